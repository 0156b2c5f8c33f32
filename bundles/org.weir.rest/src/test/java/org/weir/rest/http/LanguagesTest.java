package org.weir.rest.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.weir.testkit.TestTexts;
import org.weir.testkit.TextKeys;

final class LanguagesTest {
    private final Languages languages = new Languages(TestTexts.of("rest"));

    @Test
    void the_reader_gets_the_first_language_that_is_there() {
        assertEquals(Locale.SIMPLIFIED_CHINESE, choose("zh-CN,zh;q=0.9,en;q=0.8"));
        assertEquals(Locale.SIMPLIFIED_CHINESE, choose("zh"));
        assertEquals(Locale.SIMPLIFIED_CHINESE, choose("fr, zh-Hans-CN;q=0.5"));
        assertEquals(Locale.ENGLISH, choose("en-GB"));
        assertEquals(Locale.ENGLISH, choose("fr, en;q=0.1, zh;q=0"));
    }

    @Test
    void otherwise_the_reader_gets_his_own() {
        assertEquals(Locale.GERMAN, choose("fr"));
        assertEquals(Locale.GERMAN, choose(""));
        assertEquals(Locale.GERMAN, choose("*"));
        assertEquals(Locale.GERMAN, choose("%%;;,,q=x"));
        assertEquals(Locale.GERMAN, choose("-"));
    }

    @Test
    void every_text_is_there_in_both_languages() {
        TextKeys.assertComplete("rest");
    }

    private Locale choose(String header) {
        return languages.choose(header, Locale.GERMAN);
    }
}
