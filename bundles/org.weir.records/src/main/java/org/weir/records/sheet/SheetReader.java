package org.weir.records.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.weir.records.sheet.SheetFault.Reason;

/** Opens an uploaded file as a table, whatever its name says: the content decides what it is. */
public final class SheetReader {
    private final SheetLimits limits;

    /** @param limits how much of a file is taken before it is refused */
    public SheetReader(SheetLimits limits) {
        this.limits = limits;
    }

    /**
     * Opens the file and reads its header. The rows are read as they are asked for.
     *
     * @throws SheetException when the file as a whole cannot be read; its fault tells why
     * @throws UncheckedIOException when the file is not there or the disk fails
     */
    public SheetTable open(Path file, SheetOptions options) {
        try {
            long size = Files.size(file);
            if (size > limits.fileBytes()) {
                throw new SheetException(
                        SheetFault.ofFile(Reason.FILE_TOO_LARGE, String.valueOf(limits.fileBytes())), null);
            }
            if (size == 0) {
                throw SheetException.ofFile(Reason.FILE_EMPTY);
            }
            return switch (kind(file)) {
                case WORKBOOK -> new XlsxTable(file, options, limits);
                case TEXT -> new CsvTable(file, options, limits);
                case ENCRYPTED -> throw SheetException.ofFile(Reason.PASSWORD_PROTECTED);
                case OLD -> throw SheetException.ofFile(Reason.OLD_WORKBOOK);
                case OTHER -> throw SheetException.ofFile(Reason.NOT_A_TABLE);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private enum Kind {
        WORKBOOK,
        TEXT,
        ENCRYPTED,
        OLD,
        OTHER
    }

    private static Kind kind(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(8);
        }
        if (EncodingGuess.starts(head, 'P', 'K', 3, 4) || EncodingGuess.starts(head, 'P', 'K', 5, 6)) {
            return Kind.WORKBOOK;
        }
        if (EncodingGuess.starts(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            return encrypted(file) ? Kind.ENCRYPTED : Kind.OLD;
        }
        boolean known = EncodingGuess.starts(head, '%', 'P', 'D', 'F', '-')
                || EncodingGuess.starts(head, 0x89, 'P', 'N', 'G')
                || EncodingGuess.starts(head, 0xFF, 0xD8, 0xFF)
                || EncodingGuess.starts(head, 0x1F, 0x8B);
        return known ? Kind.OTHER : Kind.TEXT;
    }

    /** An encrypted workbook is an old container with a stream named "EncryptedPackage". */
    private static boolean encrypted(Path file) throws IOException {
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        byte[] window = new byte[1 << 16];
        int kept = 0;
        try (InputStream in = Files.newInputStream(file)) {
            int read;
            while ((read = in.readNBytes(window, kept, window.length - kept)) > 0) {
                int length = kept + read;
                for (int i = 0; i + name.length <= length; i++) {
                    if (java.util.Arrays.equals(window, i, i + name.length, name, 0, name.length)) {
                        return true;
                    }
                }
                kept = Math.min(name.length - 1, length);
                System.arraycopy(window, length - kept, window, 0, kept);
            }
        }
        return false;
    }
}
