package org.weir.access.second;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class TotpTest {
    private static final byte[] KEY = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:10Z");

    @Test
    void the_codes_are_those_of_rfc_6238() {
        Map.of(
                        59L, "94287082",
                        1111111109L, "07081804",
                        1111111111L, "14050471",
                        1234567890L, "89005924",
                        2000000000L, "69279037",
                        20000000000L, "65353130")
                .forEach((second, code) -> assertEquals(code, Totp.code(KEY, second / 30, 8)));
    }

    @Test
    void base32_is_that_of_rfc_4648() {
        Map.of("", "", "f", "MY", "fo", "MZXQ", "foo", "MZXW6", "foob", "MZXW6YQ", "fooba", "MZXW6YTB")
                .forEach((plain, coded) -> {
                    byte[] bytes = plain.getBytes(StandardCharsets.US_ASCII);
                    assertEquals(coded, Base32.encode(bytes));
                    assertArrayEquals(bytes, Base32.decode(coded));
                });
    }

    @Test
    void a_code_holds_one_step_before_and_after_and_never_twice() {
        String secret = Totp.secret();
        long step = NOW.getEpochSecond() / 30;
        assertEquals(OptionalLong.of(step), Totp.step(secret, Totp.code(secret, NOW), NOW, 0));
        assertEquals(OptionalLong.of(step - 1), Totp.step(secret, Totp.code(secret, NOW.minusSeconds(30)), NOW, 0));
        assertEquals(OptionalLong.of(step + 1), Totp.step(secret, Totp.code(secret, NOW.plusSeconds(30)), NOW, 0));
        assertEquals(OptionalLong.empty(), Totp.step(secret, Totp.code(secret, NOW.minusSeconds(90)), NOW, 0));
        assertEquals(OptionalLong.empty(), Totp.step(secret, Totp.code(secret, NOW), NOW, step));
        assertEquals(OptionalLong.empty(), Totp.step(secret, "", NOW, 0));
    }

    @Test
    void secrets_have_160_bits_and_differ() {
        assertEquals(20, Base32.decode(Totp.secret()).length);
        assertNotEquals(Totp.secret(), Totp.secret());
        assertEquals("otpauth://totp/Weir:anna%20b%2Bc?secret=AAAA&issuer=Weir", Totp.uri("AAAA", "anna b+c"));
    }

    @Test
    void recovery_codes_may_be_typed_as_one_likes() {
        String code = RecoveryCode.random();
        assertTrue(code.matches("([a-z2-7]{4}-){5}[a-z2-7]{4}"), code);
        assertEquals(
                RecoveryCode.hash(code),
                RecoveryCode.hash(code.toUpperCase(java.util.Locale.ROOT).replace("-", " ")));
        assertTrue(RecoveryCode.hash("123456").isEmpty());
    }
}
