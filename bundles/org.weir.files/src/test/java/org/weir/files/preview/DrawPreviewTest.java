package org.weir.files.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawPreviewTest {
    @TempDir
    Path folder;

    private static BufferedImage drawn(Path file, String media) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(DrawPreview.png(file, media)));
    }

    @Test
    void a_large_picture_becomes_a_small_one_of_the_same_shape() throws IOException {
        Path file = folder.resolve("a.png");
        ImageIO.write(new BufferedImage(4000, 2000, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        BufferedImage drawn = drawn(file, "image/png");
        assertEquals(DrawPreview.SIDE, drawn.getWidth());
        assertEquals(DrawPreview.SIDE / 2, drawn.getHeight());
    }

    @Test
    void the_first_page_of_a_document_is_drawn() throws IOException {
        Path file = folder.resolve("a.pdf");
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage(PDRectangle.A4));
            document.save(file.toFile());
        }
        BufferedImage drawn = drawn(file, "application/pdf");
        assertTrue(Math.abs(drawn.getHeight() - DrawPreview.SIDE) <= 1, () -> "height " + drawn.getHeight());
    }

    @Test
    void a_picture_that_claims_to_be_huge_is_refused_before_it_is_read() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        DataOutputStream chunk = new DataOutputStream(head);
        chunk.write("IHDR".getBytes(StandardCharsets.US_ASCII));
        chunk.writeInt(60_000);
        chunk.writeInt(60_000);
        chunk.write(new byte[] {8, 6, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(head.toByteArray());
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(png);
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        out.writeInt(13);
        out.write(head.toByteArray());
        out.writeInt((int) crc.getValue());
        Path file = Files.write(folder.resolve("bomb.png"), png.toByteArray());
        IOException refused = assertThrows(IOException.class, () -> DrawPreview.png(file, "image/png"));
        assertTrue(refused.toString().contains("60000"), refused::toString);
    }

    @Test
    void a_document_with_a_huge_picture_is_refused_before_it_is_read() throws IOException {
        Path file = folder.resolve("c.pdf");
        try (PDDocument document = new PDDocument()) {
            PDImageXObject picture = new PDImageXObject(
                    document,
                    new ByteArrayInputStream(new byte[16]),
                    COSName.FLATE_DECODE,
                    20_000,
                    20_000,
                    8,
                    PDDeviceRGB.INSTANCE);
            PDFormXObject form = new PDFormXObject(document);
            form.setResources(new PDResources());
            form.getResources().add(picture);
            PDPage page = new PDPage(PDRectangle.A4);
            page.setResources(new PDResources());
            page.getResources().add(form);
            document.addPage(page);
            document.save(file.toFile());
        }
        IOException refused = assertThrows(IOException.class, () -> DrawPreview.png(file, "application/pdf"));
        assertTrue(refused.toString().contains("20000"), refused::toString);
    }

    @Test
    void a_page_without_end_keeps_no_thread() throws Exception {
        Path file = folder.resolve("d.pdf");
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDStream content = new PDStream(
                    document,
                    new ByteArrayInputStream(
                            "0 0 600 800 re f\n".repeat(500_000).getBytes(StandardCharsets.US_ASCII)),
                    COSName.FLATE_DECODE);
            page.setContents(content);
            document.save(file.toFile());
        }
        AtomicReference<Exception> ended = new AtomicReference<>();
        Thread drawing = new Thread(
                () -> ended.set(assertThrows(IOException.class, () -> DrawPreview.png(file, "application/pdf"))));
        drawing.start();
        drawing.join(1_000);
        drawing.interrupt();
        drawing.join(60_000);
        assertFalse(drawing.isAlive());
        assertInstanceOf(IOException.class, ended.get());
    }

    @Test
    void broken_files_are_refused_in_order() throws IOException {
        Path pdf = Files.writeString(folder.resolve("b.pdf"), "%PDF-1.7 nothing");
        assertThrows(IOException.class, () -> DrawPreview.png(pdf, "application/pdf"));
        Path png = Files.write(folder.resolve("b.jpg"), new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0});
        assertThrows(IOException.class, () -> DrawPreview.png(png, "image/jpeg"));
    }
}
