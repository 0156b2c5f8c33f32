package org.weir.web.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {
    @Test
    void after_sign_in_one_is_back_where_one_was() {
        assertEquals("/r/account?q=a", SignIn.ours("/r/account?q=a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/",
                "//elsewhere.example/",
                "/\\elsewhere.example/",
                "javascript:alert(1)",
                "/sign-out",
                "/x\r\nSet-Cookie: a=b",
                ""
            })
    void nobody_is_led_away_from_weir(String back) {
        assertEquals("/", SignIn.ours(back));
    }
}
