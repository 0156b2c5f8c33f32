package org.weir.records.sheet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Finds the charset of a text file: a byte order mark and well-formed UTF-8 are certain; UTF-16 without a mark is
 * certain when the zero bytes of its ASCII characters show it; Chinese (GB18030) and Western (windows-1252) are guesses.
 */
final class EncodingGuess {
    static final Charset GB18030 = Charset.forName("GB18030");
    static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final int SAMPLE = 1 << 16;

    private EncodingGuess() {}

    /** The charset of the file; null when it is no text at all. */
    static @Nullable Encoding of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(SAMPLE);
        }
        Charset marked = mark(head);
        if (marked != null) {
            return new Encoding(marked, true);
        }
        int zeros = zeros(head, 0) + zeros(head, 1);
        if (zeros > 0) {
            Encoding wide = wide(head);
            if (wide != null || zeros > 8 + head.length / 20) {
                return wide;
            }
        }
        if (decodes(file, StandardCharsets.UTF_8)) {
            return new Encoding(StandardCharsets.UTF_8, true);
        }
        boolean chinese = chinese(head) && decodes(file, GB18030);
        return new Encoding(chinese ? GB18030 : WESTERN, false);
    }

    /** The length of the byte order mark that the charset has at the start of these bytes. */
    static int markLength(byte[] head, Charset charset) {
        if (!charset.equals(mark(head))) {
            return 0;
        }
        return charset.equals(StandardCharsets.UTF_8) ? 3 : charset.name().startsWith("UTF-32") ? 4 : 2;
    }

    private static @Nullable Charset mark(byte[] b) {
        if (starts(b, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (starts(b, 0xFF, 0xFE, 0, 0)) {
            return UTF_32LE;
        }
        if (starts(b, 0, 0, 0xFE, 0xFF)) {
            return UTF_32BE;
        }
        if (starts(b, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return starts(b, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : null;
    }

    static boolean starts(byte[] bytes, int... prefix) {
        if (bytes.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xFF) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static int zeros(byte[] bytes, int parity) {
        int zeros = 0;
        for (int i = parity; i < bytes.length; i += 2) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    /** UTF-16 by the zero bytes that stand on one side only. */
    private static @Nullable Encoding wide(byte[] head) {
        int even = zeros(head, 0);
        int odd = zeros(head, 1);
        if (head.length % 2 != 0 && head.length < SAMPLE || Math.min(even, odd) * 20 > Math.max(even, odd)) {
            return null;
        }
        Charset charset = odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        if (!decodes(head, charset)) {
            return null;
        }
        boolean strong = Math.max(even, odd) * 5 > head.length;
        return strong || lineEnds(head, charset) ? new Encoding(charset, strong) : null;
    }

    private static boolean lineEnds(byte[] head, Charset charset) {
        int high = charset.equals(StandardCharsets.UTF_16LE) ? 1 : 0;
        for (int i = 0; i + 1 < head.length; i += 2) {
            if (head[i + high] == 0 && (head[i + 1 - high] == '\n' || head[i + 1 - high] == '\r')) {
                return true;
            }
        }
        return false;
    }

    /** Whether most pairs of high bytes are characters of the common plane of GB 2312. */
    private static boolean chinese(byte[] head) {
        int pairs = 0;
        int common = 0;
        for (int i = 0; i + 1 < head.length; i++) {
            int lead = head[i] & 0xFF;
            if (lead < 0x81) {
                continue;
            }
            int trail = head[i + 1] & 0xFF;
            pairs++;
            boolean hanzi = lead >= 0xB0 && lead <= 0xF7 && trail >= 0xA1;
            boolean sign = lead >= 0xA1 && lead <= 0xA3 && trail >= 0xA1;
            common += hanzi || sign ? 1 : 0;
            i++;
        }
        return pairs > 0 && common * 10 >= pairs * 7;
    }

    private static boolean decodes(byte[] head, Charset charset) {
        int length = head.length - head.length % 2;
        CharsetDecoder decoder = strict(charset);
        CoderResult result =
                decoder.decode(ByteBuffer.wrap(head, 0, length), CharBuffer.allocate(head.length + 2), false);
        return !result.isError();
    }

    private static boolean decodes(Path file, Charset charset) throws IOException {
        CharsetDecoder decoder = strict(charset);
        ByteBuffer bytes = ByteBuffer.allocate(SAMPLE);
        CharBuffer chars = CharBuffer.allocate(SAMPLE);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), SAMPLE)) {
            boolean end = false;
            while (!end) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = read < 0;
                bytes.position(bytes.position() + Math.max(read, 0)).flip();
                CoderResult result;
                do {
                    result = decoder.decode(bytes, chars, end);
                    chars.clear();
                } while (result.isOverflow());
                if (result.isError()) {
                    return false;
                }
                bytes.compact();
            }
        }
        return true;
    }

    static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
