package org.weir.base.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class ShortMoneyTest {
    @Test
    void money_is_short_in_passing() {
        assertEquals("4.2 M USD", ShortMoney.of(Money.of("4200000.00", "USD"), Locale.ENGLISH));
        assertEquals("11.8 M USD", ShortMoney.of(Money.of("11843210.00", "USD"), Locale.ENGLISH));
        assertEquals("1,204 M USD", ShortMoney.of(Money.of("1204000000", "USD"), Locale.ENGLISH));
        assertEquals("31.2 k EUR", ShortMoney.of(Money.of("31200.0000", "EUR"), Locale.ENGLISH));
        assertEquals("9,500 EUR", ShortMoney.of(Money.of("9500", "EUR"), Locale.ENGLISH));
        assertEquals("-420 万 CNY", ShortMoney.of(Money.of("-4200000", "CNY"), Locale.SIMPLIFIED_CHINESE));
        assertEquals("1.2 亿 CNY", ShortMoney.of(Money.of("120000000", "CNY"), Locale.SIMPLIFIED_CHINESE));
        assertEquals("0 USD", ShortMoney.of(Money.of("0.00", "USD"), Locale.ENGLISH));
    }

    @Test
    void sums_name_each_currency_the_greatest_first() {
        Money dollars = Money.of("1200000", "USD");
        Money euros = Money.of("210000", "EUR");
        assertEquals("", ShortMoney.sum(List.of(), Locale.ENGLISH));
        assertEquals("1.2 M USD + 420 k EUR", ShortMoney.sum(List.of(euros, dollars, euros), Locale.ENGLISH));
        assertEquals(
                "1.2 M USD + 210 k EUR + …",
                ShortMoney.sum(List.of(Money.of("1", "GBP"), dollars, euros), Locale.ENGLISH));
    }
}
