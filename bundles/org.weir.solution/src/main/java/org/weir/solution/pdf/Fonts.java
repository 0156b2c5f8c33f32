package org.weir.solution.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The two fonts of a document, embedded with the glyphs it uses only. */
final class Fonts {
    private final Face regular;
    private final Face strong;

    Fonts(PDDocument document) throws IOException {
        this.regular = new Face(document, "NotoSansSC-Regular.ttf");
        this.strong = new Face(document, "NotoSansSC-SemiBold.ttf");
    }

    private static final class Face {
        private final PDFont font;
        private final CmapLookup glyphs;

        Face(PDDocument document, String file) throws IOException {
            try (InputStream in = Objects.requireNonNull(Fonts.class.getResourceAsStream(file), file)) {
                TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
                this.glyphs = parsed.getUnicodeCmapLookup();
                this.font = PDType0Font.load(document, parsed, true);
            }
        }

        boolean has(int character) {
            return glyphs.getGlyphId(character) != 0;
        }
    }

    /** A piece of text in one font; never with a character that the font lacks. */
    record Run(PDFont font, String text) {
        float width(float size) throws IOException {
            return font.getStringWidth(text) * size / 1000;
        }
    }

    /** The strong face has the common characters only; rare ones come in the regular one, unknown ones as a box. */
    List<Run> runs(String text, boolean bold) {
        List<Run> runs = new ArrayList<>();
        StringBuilder now = new StringBuilder();
        Face face = bold ? strong : regular;
        for (int character : text.codePoints().toArray()) {
            int shown = Character.isISOControl(character) || Character.getType(character) == Character.FORMAT
                    ? ' '
                    : character;
            Face wanted = bold && strong.has(shown) ? strong : regular;
            if (!wanted.has(shown)) {
                shown = '□';
            }
            if (wanted != face && now.length() > 0) {
                runs.add(new Run(face.font, now.toString()));
                now.setLength(0);
            }
            face = wanted;
            now.appendCodePoint(shown);
        }
        if (now.length() > 0) {
            runs.add(new Run(face.font, now.toString()));
        }
        return runs;
    }

    float width(String text, boolean bold, float size) throws IOException {
        float width = 0;
        for (Run run : runs(text, bold)) {
            width += run.width(size);
        }
        return width;
    }

    /** Breaks at blanks, or between any two Chinese characters, or wherever a word alone is too long. */
    List<String> wrap(String text, boolean bold, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\\R", -1)) {
            StringBuilder line = new StringBuilder();
            int breakable = -1;
            for (int character : paragraph.codePoints().toArray()) {
                line.appendCodePoint(character);
                if (character == ' ' || Character.isIdeographic(character)) {
                    breakable = line.length();
                }
                if (width(line.toString().stripTrailing(), bold, size) > width && line.length() > 1) {
                    int last = line.length() - Character.charCount(character);
                    int cut = breakable > 0 && breakable < line.length() ? breakable : last;
                    lines.add(line.substring(0, cut).strip());
                    line.delete(0, cut);
                    breakable = -1;
                }
            }
            lines.add(line.toString().strip());
        }
        return lines;
    }
}
