package org.weir.records.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.weir.records.sheet.KeptFiles;
import org.weir.records.sheet.SheetException;
import org.weir.records.sheet.SheetFault;
import org.weir.records.sheet.SheetLimits;
import org.weir.records.sheet.SheetRow;

/** What comes with an upload, made fit to be kept. */
final class ReceiveUpload {
    private static final int PREVIEW = 10;
    private static final int PREVIEW_CHARS = 200;
    private static final int NAME = 200;

    private ReceiveUpload() {}

    /** The content in a file, as long as it is not too large. @throws org.weir.base.api.ProblemException 413 */
    static Path receive(InputStream content, KeptFiles files) throws IOException {
        Path file = files.scratch();
        long most = SheetLimits.DEFAULT.fileBytes();
        long size;
        try (var out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            size = 0;
            for (int read = content.read(buffer); read >= 0 && size <= most; read = content.read(buffer)) {
                out.write(buffer, 0, read);
                size += read;
            }
        }
        if (size > most) {
            Files.delete(file);
            throw Fault.problem(new SheetException(
                    new SheetFault(SheetFault.Reason.FILE_TOO_LARGE, 0, null, String.valueOf(most)), null));
        }
        return file;
    }

    /** The name without folders and control characters. */
    static String plainName(String fileName) {
        String last = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("\\p{Cntrl}", "").strip();
        return plain.length() <= NAME ? plain : plain.substring(plain.length() - NAME);
    }

    /** The first rows, long cells cut. */
    static List<List<String>> preview(ReadUpload.Look look) {
        return look.sample().stream()
                .limit(PREVIEW)
                .map(SheetRow::cells)
                .map(cells -> cells.stream().map(ReceiveUpload::shortened).toList())
                .toList();
    }

    private static String shortened(String cell) {
        String clean = cell.replace("\0", "\uFFFD");
        return clean.codePointCount(0, clean.length()) <= PREVIEW_CHARS
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, PREVIEW_CHARS)) + "…";
    }
}
