package org.weir.webhooks.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class AnswerReaderTest {
    private static AnswerReader read(String answer) throws IOException {
        return AnswerReader.read(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void answers_are_read_whether_they_tell_their_length_or_come_in_chunks_or_just_end() throws IOException {
        assertEquals("水", read("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n水x").body());
        assertEquals(
                "hello",
                read("HTTP/1.1 202 \r\nTransfer-Encoding: chunked\r\n\r\n3;a=b\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n")
                        .body());
        assertEquals("end", read("HTTP/1.0 500 X\r\n\r\nend").body());
        AnswerReader later = read("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 429 Slow\r\nRetry-After: 7\r\n\r\n");
        assertEquals(429, later.status());
        assertEquals("7", later.headers().get("retry-after"));
    }

    @Test
    void of_a_long_answer_only_the_beginning_is_kept_and_nonsense_is_an_error() throws IOException {
        assertEquals(
                2_000,
                read("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(9_999)).body().length());
        assertEquals("a?b", read("HTTP/1.1 200 OK\r\n\r\na\0b").body());
        assertThrows(IOException.class, () -> read("SSH-2.0-river\r\n"));
        assertThrows(IOException.class, () -> read("HTTP/1.1 200 OK\r\nX: " + "y".repeat(20_000)));
    }
}
