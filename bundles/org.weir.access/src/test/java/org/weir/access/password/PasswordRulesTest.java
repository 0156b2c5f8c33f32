package org.weir.access.password;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.weir.base.api.Text;

class PasswordRulesTest {
    private final PasswordRules rules = new PasswordRules(new CommonPasswords(), () -> 12);

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "channel-deep-dam-low", "深淘滩低作堰客户是利润的唯一来源", "k7#Tq0-zz!9Lm"})
    void a_long_password_of_any_kind_is_taken(String password) {
        assertEquals(Optional.empty(), refusal(password));
    }

    @ParameterizedTest
    @CsvSource({
        "elevenchars, access.password.short",
        "深淘滩低作堰, access.password.short",
        "AnnaB-went-fishing, access.password.login",
        "Q1W2E3R4T5Y6, access.password.common",
        "123456789012, access.password.common",
        "aaaaaaaaaaaaaaaa, access.password.common",
        "Bergström2026!, access.password.known-words",
        "WeirAdministrator1, access.password.known-words"
    })
    void what_is_tried_first_is_refused(String password, String why) {
        assertEquals(Optional.of(why), refusal(password));
    }

    @Test
    void a_password_without_end_is_refused() {
        assertEquals(Optional.of("access.password.long"), refusal("abcdefghij".repeat(101)));
    }

    private Optional<String> refusal(String password) {
        return rules.refuse(password, "annab", "Anna Bergström").map(Text::key);
    }
}
