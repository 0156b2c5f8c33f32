package org.weir.mail.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class MentionsTest {
    @Test
    void logins_are_found_where_they_are_mentioned_and_addresses_are_none() {
        assertEquals(
                List.of("tom", "li.wei", "王芳"),
                List.copyOf(Mentions.in("@tom, please ask @li.wei. 请 @王芳 and not a@example.com or x/@y @tom @")));
    }
}
