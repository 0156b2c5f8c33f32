package org.weir.files.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
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
    void broken_files_are_refused_in_order() throws IOException {
        Path pdf = Files.writeString(folder.resolve("b.pdf"), "%PDF-1.7 nothing");
        assertThrows(IOException.class, () -> DrawPreview.png(pdf, "application/pdf"));
        Path png = Files.write(folder.resolve("b.jpg"), new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0});
        assertThrows(IOException.class, () -> DrawPreview.png(png, "image/jpeg"));
    }
}
