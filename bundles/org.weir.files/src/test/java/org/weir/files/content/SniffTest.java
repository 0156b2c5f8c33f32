package org.weir.files.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SniffTest {
    @TempDir
    Path folder;

    private String of(byte[] content) throws IOException {
        return Sniff.media(Files.write(folder.resolve("picture.png"), content));
    }

    private String of(String text) throws IOException {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    private String zip(String... entries) throws IOException {
        Path file = folder.resolve("a.bin");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
            }
        }
        return Sniff.media(file);
    }

    @Test
    void bytes_count_and_names_do_not() throws IOException {
        assertEquals("application/pdf", of("%PDF-1.7"));
        assertEquals("image/png", of(HexFormat.of().parseHex("89504e470d0a1a0a00")));
        assertEquals("image/jpeg", of(HexFormat.of().parseHex("ffd8ffe000104a464946")));
        assertEquals("image/webp", of("RIFF....WEBPVP8 "));
        assertEquals("application/x-msdownload", of("MZ whatever"));
        assertEquals("application/x-elf", of("\u007fELF"));
        assertEquals("text/plain", of("Meridian, 江河通信, straße"));
        assertEquals("text/plain", of("é".repeat(3000)));
        assertEquals("application/octet-stream", of(new byte[] {0, 1, 2, 3}));
        assertEquals("text/plain", of(""));
    }

    @Test
    void what_a_browser_could_run_is_known_however_it_begins() throws IOException {
        assertEquals("text/html", of("\n\n <!-- a --> <!DOCTYPE HTML><p>"));
        assertEquals("text/html", of("\uFEFF<script>alert(1)</script>"));
        assertEquals("image/svg+xml", of("<?xml version=\"1.0\"?>\n<svg onload=\"alert(1)\"/>"));
    }

    @Test
    void archives_are_told_apart_by_their_table_of_contents() throws IOException {
        assertEquals(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                zip("[Content_Types].xml", "xl/workbook.xml"));
        assertEquals("application/java-archive", zip("META-INF/MANIFEST.MF"));
        assertEquals("application/zip", zip("a.txt"));
        assertEquals("application/octet-stream", of("PK\u0003\u0004broken"));
    }

    @Test
    void names_are_cleaned() {
        assertEquals("passwd", FileName.clean("../../etc/passwd"));
        assertEquals("boot.ini", FileName.clean("C:\\windows\\boot.ini"));
        assertEquals("gnp.exe", FileName.clean("\u202Egnp.exe\u0000\r\n"));
        assertEquals("htaccess", FileName.clean(".htaccess"));
        assertEquals("file", FileName.clean("..."));
        assertEquals("合同 v2.pdf", FileName.clean("合同 v2.pdf"));
        assertEquals(200, FileName.clean("x".repeat(500) + ".pdf").length());
    }
}
