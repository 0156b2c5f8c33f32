package org.weir.files.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/** Tells what a file is from its bytes alone; what its name or its sender says counts for nothing. */
public final class Sniff {
    public static final String UNKNOWN = "application/octet-stream";
    public static final String PDF = "application/pdf";

    private static final int HEAD = 4096;
    private static final Pattern MARKUP = Pattern.compile(
            "(?s)\\s*(<!--.*?-->\\s*)*<(!doctype html|html|head|body|script|iframe|svg|\\?xml|!doctype svg).*");
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    /** First bytes in hex. */
    private static final Map<String, String> MAGIC = new LinkedHashMap<>();

    static {
        MAGIC.put("255044462d", PDF);
        MAGIC.put("89504e470d0a1a0a", "image/png");
        MAGIC.put("ffd8ff", "image/jpeg");
        MAGIC.put("474946383761", "image/gif");
        MAGIC.put("474946383961", "image/gif");
        MAGIC.put("424d", "image/bmp");
        MAGIC.put("49492a00", "image/tiff");
        MAGIC.put("4d4d002a", "image/tiff");
        MAGIC.put("d0cf11e0a1b11ae1", "application/x-ole-storage");
        MAGIC.put("1f8b", "application/gzip");
        MAGIC.put("377abcaf271c", "application/x-7z-compressed");
        MAGIC.put("526172211a07", "application/vnd.rar");
        MAGIC.put("4d5a", "application/x-msdownload");
        MAGIC.put("7f454c46", "application/x-elf");
        MAGIC.put("cafebabe", "application/java-vm");
        MAGIC.put("2321", "text/x-script");
        MAGIC.put("494433", "audio/mpeg");
        MAGIC.put("4f676753", "application/ogg");
    }

    private Sniff() {}

    public static String media(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        String hex = HexFormat.of().formatHex(head, 0, Math.min(head.length, 16));
        if (hex.startsWith("504b0304") || hex.startsWith("504b0506")) {
            return archive(file);
        }
        if (hex.startsWith("52494646") && hex.startsWith("57454250", 16)) {
            return "image/webp";
        }
        if (hex.length() >= 16 && hex.startsWith("66747970", 8)) {
            return "video/mp4";
        }
        for (Map.Entry<String, String> known : MAGIC.entrySet()) {
            if (hex.startsWith(known.getKey())) {
                return known.getValue();
            }
        }
        return text(head);
    }

    /** By its table of contents only: nothing is unpacked. */
    private static String archive(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("[Content_Types].xml") != null) {
                return zip.getEntry("word/document.xml") != null
                        ? OFFICE + "wordprocessingml.document"
                        : zip.getEntry("xl/workbook.xml") != null
                                ? OFFICE + "spreadsheetml.sheet"
                                : zip.getEntry("ppt/presentation.xml") != null
                                        ? OFFICE + "presentationml.presentation"
                                        : "application/zip";
            }
            return zip.getEntry("META-INF/MANIFEST.MF") != null ? "application/java-archive" : "application/zip";
        } catch (IOException e) {
            return UNKNOWN;
        }
    }

    private static String text(byte[] head) {
        int end = head.length;
        if (end == HEAD) {
            // a character may be cut at the end
            while (end > HEAD - 4 && (head[end - 1] & 0xC0) == 0x80) {
                end--;
            }
            end = (head[end - 1] & 0x80) != 0 ? end - 1 : end;
        }
        byte[] whole = Arrays.copyOf(head, end);
        for (byte one : whole) {
            if (one >= 0 && one < 0x20 && one != '\t' && one != '\n' && one != '\r' && one != '\f') {
                return UNKNOWN;
            }
        }
        try {
            String words = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(whole))
                    .toString();
            if (MARKUP.matcher(words.toLowerCase(Locale.ROOT).replaceFirst("^\uFEFF", ""))
                    .matches()) {
                return words.toLowerCase(Locale.ROOT).contains("<svg") ? "image/svg+xml" : "text/html";
            }
            return "text/plain";
        } catch (CharacterCodingException e) {
            return UNKNOWN;
        }
    }
}
