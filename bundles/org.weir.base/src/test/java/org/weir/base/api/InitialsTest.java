package org.weir.base.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialsTest {
    @ParameterizedTest
    @CsvSource({
        "Anna Bergström, AB",
        "Lindiwe van der Merwe, LM",
        "plato, P",
        "王芳, 王",
        "欧阳娜娜, 欧阳",
        "欧阳, 欧",
        "𠮷野家, 𠮷",
        "Tang Ning 唐宁, TN",
        "Tang 唐宁, T",
        "😀 Smile, 😀S"
    })
    void a_badge_shows_first_and_last_or_the_chinese_family_name(String name, String initials) {
        assertEquals(initials, Initials.of(name));
    }
}
