package org.weir.search.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TokensTest {
    @Test
    void a_text_is_cut_into_words_and_runs_of_chinese() {
        assertEquals(List.of("5g", "基站", "wi", "fi", "straße".replace("ß", "ss")), terms("5G基站, Wi-Fi; Straße"));
        assertEquals(List.of("mtn", "societe", "generale"), terms("ＭＴＮ  Société Ge\u0301ne\u0301rale"));
        assertEquals(List.of(), terms(" – · … "));
    }

    @Test
    void offsets_are_those_of_the_text() {
        String text = "Ａ 江河 b\u0301c";
        List<String> pieces = Tokens.of(text).stream()
                .map(it -> text.substring(it.start(), it.end()))
                .toList();
        assertEquals(List.of("Ａ", "江河", "b\u0301c"), pieces);
    }

    @Test
    void a_very_long_word_and_half_a_character_are_borne() {
        assertEquals(64, Tokens.of("x".repeat(10_000)).get(0).term().length());
        assertEquals(List.of("a", "b"), terms("a\ud800b"));
        assertEquals(List.of("𠮷𠮷"), terms("𠮷𠮷"));
    }

    @Test
    void words_stand_apart_from_characters() {
        assertEquals(List.of("江河", "河通", "通信"), Chinese.pairs("江河通信"));
        assertEquals(List.of("江"), Chinese.pairs("江"));
        assertTrue(Chinese.words("通信设备的维护").containsAll(Set.of("通信", "设备", "维护")));
    }

    @Test
    void characters_with_several_readings_are_found_by_each() {
        Set<String> beginnings = Pinyin.beginnings("重庆");
        assertTrue(beginnings.containsAll(List.of("ch", "chongqing", "zhongqing", "cq", "zq", "qing")));
        assertFalse(beginnings.contains("chq"));
        assertTrue(Pinyin.beginnings("吕").contains("lv"));
    }

    @Test
    void what_pinyin_stands_for_is_told() {
        assertArrayEquals(new int[] {0, 2}, Pinyin.match("江河通信", "jianghe"));
        assertArrayEquals(new int[] {0, 2}, Pinyin.match("江河通信", "jiangh"));
        assertArrayEquals(new int[] {2, 4}, Pinyin.match("江河通信", "tx"));
        assertNull(Pinyin.match("江河通信", "jx"));
        assertNull(Pinyin.match("", "a"));
    }

    @Test
    void numbers_are_bare() {
        assertEquals("q2026000123", Codes.bare("Q-2026-000123"));
        assertEquals("123", Codes.counted("000123"));
        assertEquals("", Codes.counted("123"));
        assertEquals("", Codes.counted("0a"));
    }

    private static List<String> terms(String text) {
        return Tokens.of(text).stream().map(Token::term).toList();
    }
}
