package org.weir.solution.pdf;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** The page that is being set, and a pen on it; coordinates in points from the lower left. */
final class Sheet {
    static final float LEFT = 54;
    static final float RIGHT = PDRectangle.A4.getWidth() - 54;
    static final float TOP = PDRectangle.A4.getHeight() - 60;
    static final float BOTTOM = 64;

    private static final float INK = 0.12f;
    private static final float QUIET = 0.42f;
    private static final float RULE = 0.82f;

    private final PDDocument document;
    private final Fonts fonts;
    private PDPageContentStream stream;
    float y = TOP;

    Sheet(PDDocument document, Fonts fonts) throws IOException {
        this.document = document;
        this.fonts = fonts;
        this.stream = open();
    }

    private PDPageContentStream open() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        return new PDPageContentStream(document, page);
    }

    void turn() throws IOException {
        stream.close();
        stream = open();
        y = TOP;
    }

    void close() throws IOException {
        stream.close();
    }

    boolean fits(float height) {
        return y - height >= BOTTOM;
    }

    void left(String text, float x, float size, boolean bold, boolean quiet) throws IOException {
        write(stream, fonts, text, x, y, size, bold, quiet ? QUIET : INK);
    }

    void right(String text, float x, float size, boolean bold, boolean quiet) throws IOException {
        left(text, x - fonts.width(text, bold, size), size, bold, quiet);
    }

    void rule(boolean strong) throws IOException {
        stream.setStrokingColor(strong ? QUIET : RULE);
        stream.setLineWidth(strong ? 0.8f : 0.5f);
        stream.moveTo(LEFT, y);
        stream.lineTo(RIGHT, y);
        stream.stroke();
    }

    /** A bar of the accent colour, above the head of the first page. */
    void accent() throws IOException {
        stream.setNonStrokingColor(13 / 255f, 107 / 255f, 104 / 255f);
        stream.addRect(LEFT, TOP + 24, 44, 4);
        stream.fill();
    }

    static void write(
            PDPageContentStream stream,
            Fonts fonts,
            String text,
            float x,
            float y,
            float size,
            boolean bold,
            float grey)
            throws IOException {
        if (text.isEmpty()) {
            return;
        }
        stream.setNonStrokingColor(grey);
        stream.beginText();
        stream.newLineAtOffset(x, y);
        for (Fonts.Run run : fonts.runs(text, bold)) {
            stream.setFont(run.font(), size);
            stream.showText(run.text());
        }
        stream.endText();
    }
}
