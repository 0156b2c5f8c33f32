package org.weir.mail.notice;

import java.util.Map;
import org.weir.base.api.Text;
import org.weir.mail.api.Letter;

/** What a letter about a comment says. */
final class AboutComment {
    static final String MENTIONED = "org.weir.mail.mentioned";
    static final String FOLLOWED = "org.weir.mail.followed";

    private AboutComment() {}

    static Map<String, Object> values(String by, String title, String words, String path) {
        return Map.of("by", by, "title", title, "words", words, "path", path);
    }

    static Letter letter(String subject, Map<String, ?> values) {
        return Letter.of(
                Text.of(subject, value(values, "by"), value(values, "title")),
                new Letter.Words(Text.of(subject, value(values, "by"), value(values, "title"))),
                new Letter.Quote(value(values, "words")),
                new Letter.Link(Text.of("mail.open-record"), value(values, "path")));
    }

    private static String value(Map<String, ?> values, String name) {
        return String.valueOf(values.get(name));
    }
}
