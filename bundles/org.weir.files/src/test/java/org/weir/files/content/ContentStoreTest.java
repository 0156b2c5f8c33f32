package org.weir.files.content;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weir.base.api.ProblemException;

class ContentStoreTest {
    @TempDir
    Path folder;

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private ContentStore store() {
        return new ContentStore(folder, 0);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void the_same_content_lies_there_once() throws IOException {
        ContentStore.Content first = store().keep(bytes("abc"), 100);
        ContentStore.Content again = store().keep(bytes("abc"), 100);
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", first.sha256());
        assertEquals(first, again);
        assertEquals(List.of(store().path(first.sha256())), files());
        try (InputStream in = store().open(first.sha256())) {
            assertArrayEquals("abc".getBytes(StandardCharsets.UTF_8), in.readAllBytes());
        }
    }

    @Test
    void one_byte_too_many_leaves_nothing_behind() throws IOException {
        assertEquals(3, store().keep(bytes("abc"), 3).bytes());
        ProblemException refused = assertThrows(ProblemException.class, () -> store().keep(bytes("abcd"), 3));
        assertEquals(413, refused.status());
        assertEquals(1, files().size());
    }

    @Test
    void a_sender_that_breaks_off_leaves_nothing_behind() throws IOException {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };
        assertThrows(IOException.class, () -> store().keep(new SequenceInputStream(bytes("abc"), broken), 100));
        assertEquals(List.of(), files());
    }

    @Test
    void a_disk_without_room_is_said() {
        ContentStore full = new ContentStore(folder, Long.MAX_VALUE / 2);
        ProblemException refused = assertThrows(ProblemException.class, () -> full.keep(bytes("abc"), 100));
        assertEquals(507, refused.status());
    }

    @Test
    void what_nobody_uses_goes_but_not_what_just_came() throws IOException {
        String used = store().keep(bytes("used"), 100).sha256();
        String old = store().keep(bytes("old"), 100).sha256();
        String young = store().keep(bytes("young"), 100).sha256();
        String again = store().keep(bytes("again"), 100).sha256();
        Instant yesterday = Instant.now().minusSeconds(90_000);
        for (String one : List.of(used, old, again)) {
            Files.setLastModifiedTime(store().path(one), FileTime.from(yesterday));
        }
        Path part = Files.writeString(folder.resolve("arriving/left.part"), "of a process that died");
        Files.setLastModifiedTime(part, FileTime.from(yesterday));
        // sent again just now, its row is on its way
        store().keep(bytes("again"), 100);
        assertEquals(1, store().sweep(Instant.now().minusSeconds(3600), it -> !it.equals(used)));
        assertTrue(Files.exists(store().path(used)));
        assertTrue(Files.exists(store().path(young)));
        assertTrue(Files.exists(store().path(again)));
        assertFalse(Files.exists(store().path(old)));
        assertFalse(Files.exists(part));
    }

    @Test
    void only_a_checksum_names_a_content() {
        assertThrows(IllegalArgumentException.class, () -> store().path("../../../etc/passwd"));
    }
}
