package org.weir.solution.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.text.MessageFormat;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;

/** Sets the document: A4, a head, the lines by site type over as many pages as they need, totals, terms, a foot on each page. */
final class SetOffer {
    private static final float SMALL = 8;
    private static final float TEXT = 9;
    private static final float LINE = 13;
    /** Right edges of the columns from "per site" on; the first two are left-aligned. */
    private static final float[] EDGES = {304, 338, 380, 444, 478, Sheet.RIGHT};

    private static final float WHAT = Sheet.LEFT + 26;
    private static final float WHAT_WIDTH = 268 - WHAT;

    private final OfferPaper paper;

    SetOffer(OfferPaper paper) {
        this.paper = paper;
    }

    void write(OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument()) {
            Fonts fonts = new Fonts(document);
            Sheet sheet = new Sheet(document, fonts);
            head(sheet, fonts);
            heads(sheet);
            for (OfferPaper.Group group : paper.groups()) {
                group(sheet, fonts, group);
            }
            totals(sheet);
            terms(sheet, fonts);
            sheet.close();
            feet(document, fonts);
            document.getDocumentInformation().setTitle(paper.kind() + " " + paper.number());
            document.getDocumentInformation().setAuthor(paper.company());
            document.save(out);
        }
    }

    private void head(Sheet sheet, Fonts fonts) throws IOException {
        sheet.accent();
        sheet.left(paper.company(), Sheet.LEFT, TEXT, true, false);
        sheet.right(paper.kind() + " " + paper.number(), Sheet.RIGHT, TEXT, true, false);
        sheet.y -= 42;
        for (String line : fonts.wrap(paper.subject(), true, 18, Sheet.RIGHT - Sheet.LEFT)) {
            sheet.left(line, Sheet.LEFT, 18, true, false);
            sheet.y -= 24;
        }
        sheet.y -= 10;
        float top = sheet.y;
        for (String line : paper.to()) {
            for (String piece : fonts.wrap(line, false, 10, 220)) {
                sheet.left(piece, Sheet.LEFT, 10, line.equals(paper.to().get(0)), false);
                sheet.y -= 15;
            }
        }
        float below = sheet.y;
        sheet.y = top;
        for (List<String> fact : paper.facts()) {
            sheet.left(fact.get(0), 320, TEXT, false, true);
            sheet.right(fact.get(1), Sheet.RIGHT, TEXT, false, false);
            sheet.y -= 15;
        }
        sheet.y = Math.min(below, sheet.y) - 22;
    }

    private void heads(Sheet sheet) throws IOException {
        List<String> heads = paper.heads();
        sheet.left(heads.get(0), Sheet.LEFT, SMALL, false, true);
        sheet.left(heads.get(1), WHAT, SMALL, false, true);
        for (int i = 0; i < EDGES.length; i++) {
            sheet.right(heads.get(i + 2), EDGES[i], SMALL, false, true);
        }
        sheet.y -= 6;
        sheet.rule(true);
        sheet.y -= LINE;
    }

    private void turn(Sheet sheet) throws IOException {
        sheet.turn();
        heads(sheet);
    }

    private void group(Sheet sheet, Fonts fonts, OfferPaper.Group group) throws IOException {
        if (!sheet.fits(4 * LINE)) {
            turn(sheet);
        }
        if (!group.name().isEmpty()) {
            sheet.y -= 2;
            sheet.left(group.name(), Sheet.LEFT, TEXT, true, false);
            sheet.y -= LINE + 2;
        }
        for (List<String> line : group.lines()) {
            line(sheet, fonts, line);
        }
        if (!group.subtotal().isEmpty()) {
            if (!sheet.fits(LINE)) {
                turn(sheet);
            }
            sheet.left(group.subtotalLabel(), WHAT, TEXT, false, true);
            sheet.right(group.subtotal(), Sheet.RIGHT, TEXT, true, false);
            sheet.y -= LINE + 6;
        }
    }

    private void line(Sheet sheet, Fonts fonts, List<String> line) throws IOException {
        List<String> words = fonts.wrap(line.get(1), false, TEXT, WHAT_WIDTH);
        if (!sheet.fits(words.size() * 12f)) {
            turn(sheet);
        }
        sheet.left(line.get(0), Sheet.LEFT, SMALL, false, true);
        for (int i = 0; i < EDGES.length; i++) {
            sheet.right(line.get(i + 2), EDGES[i], TEXT, false, false);
        }
        for (String piece : words) {
            sheet.left(piece, WHAT, TEXT, false, false);
            sheet.y -= 12;
        }
        sheet.y += 7;
        sheet.rule(false);
        sheet.y -= LINE;
    }

    private void totals(Sheet sheet) throws IOException {
        if (!sheet.fits(paper.totals().size() * 18f)) {
            sheet.turn();
        }
        for (int i = 0; i < paper.totals().size(); i++) {
            List<String> total = paper.totals().get(i);
            boolean grand = i == paper.totals().size() - 1;
            if (grand) {
                sheet.y += 8;
                sheet.rule(true);
                sheet.y -= 20;
            }
            sheet.left(total.get(0), 320, grand ? 11 : TEXT, grand, !grand);
            sheet.right(total.get(1), Sheet.RIGHT, grand ? 11 : TEXT, grand, false);
            sheet.y -= 17;
        }
    }

    private void terms(Sheet sheet, Fonts fonts) throws IOException {
        if (paper.terms().isEmpty()) {
            return;
        }
        sheet.y -= 14;
        if (!sheet.fits(3 * LINE)) {
            sheet.turn();
        }
        sheet.left(paper.termsHead(), Sheet.LEFT, TEXT, true, false);
        sheet.y -= LINE + 2;
        for (String line : fonts.wrap(paper.terms(), false, TEXT, Sheet.RIGHT - Sheet.LEFT)) {
            if (!sheet.fits(LINE)) {
                sheet.turn();
            }
            sheet.left(line, Sheet.LEFT, TEXT, false, false);
            sheet.y -= LINE;
        }
    }

    private void feet(PDDocument document, Fonts fonts) throws IOException {
        int pages = document.getNumberOfPages();
        for (int i = 0; i < pages; i++) {
            PDPage page = document.getPage(i);
            try (PDPageContentStream stream = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
                String text = MessageFormat.format(paper.page(), String.valueOf(i + 1), String.valueOf(pages));
                float width = fonts.width(text, false, SMALL);
                Sheet.write(stream, fonts, text, Sheet.RIGHT - width, 40, SMALL, false, 0.42f);
                Sheet.write(
                        stream,
                        fonts,
                        paper.company().isEmpty() ? paper.number() : paper.company() + " · " + paper.number(),
                        Sheet.LEFT,
                        40,
                        SMALL,
                        false,
                        0.42f);
            }
        }
    }
}
