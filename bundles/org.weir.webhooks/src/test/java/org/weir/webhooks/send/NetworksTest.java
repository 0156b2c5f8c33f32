package org.weir.webhooks.send;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.weir.base.api.ProblemException;

final class NetworksTest {
    private final Networks none = new Networks(List.of());
    private final Networks some = new Networks(List.of("10.1.0.0/16", "fd00:1::/32"));

    @Test
    void addresses_inside_the_house_are_refused_in_every_way_to_write_them() {
        for (String host : List.of(
                "127.0.0.1",
                "127.1",
                "2130706433",
                "0.0.0.0",
                "10.0.0.1",
                "100.64.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "[::1]",
                "[::]",
                "[::ffff:127.0.0.1]",
                "[::ffff:a9fe:a9fe]",
                "[::127.0.0.1]",
                "[64:ff9b::10.0.0.1]",
                "[2002:7f00:1::]",
                "[2001:0:1::]",
                "[fc00::1]",
                "[fd00:1::1]",
                "[fe80::1]",
                "[fec0::1]",
                "[ff02::1]",
                "localhost")) {
            assertThrows(ProblemException.class, () -> none.resolve(Destination.of("https://" + host + "/x")), host);
        }
    }

    @Test
    void public_addresses_are_reached_over_tls_only() {
        for (String host : List.of("1.1.1.1", "172.32.0.1", "[2606:4700::1111]", "[64:ff9b::1.1.1.1]")) {
            assertDoesNotThrow(() -> none.resolve(Destination.of("https://" + host)), host);
            assertThrows(ProblemException.class, () -> none.resolve(Destination.of("http://" + host)), host);
        }
    }

    @Test
    void what_it_allows_is_reached_also_in_the_clear() {
        assertDoesNotThrow(() -> some.resolve(Destination.of("http://10.1.2.3:8080/hook")));
        assertDoesNotThrow(() -> some.resolve(Destination.of("https://[fd00:1::5]/hook")));
        assertThrows(ProblemException.class, () -> some.resolve(Destination.of("https://10.2.2.3/hook")));
        assertThrows(ProblemException.class, () -> some.resolve(Destination.of("http://1.1.1.1/hook")));
        assertThrows(IllegalArgumentException.class, () -> new Networks(List.of("somewhere/8")));
    }

    @Test
    void an_address_is_taken_apart_as_it_is_sent() {
        assertEquals(new Destination(true, "example.com", 443, "/"), Destination.of("https://example.com"));
        assertEquals(
                new Destination(false, "example.com", 81, "/a%20b?c=d"),
                Destination.of("HTTP://example.com:81/a%20b?c=d"));
        assertEquals("example.com:81", Destination.of("http://example.com:81").authority());
        assertEquals("[::1]", Destination.of("https://[::1]/").authority());
        for (String bad : List.of(
                "https://a b/",
                "https://x/#y",
                "https://x:99999/",
                "javascript:alert(1)",
                "https://x\r\nHost: y/",
                "//x/")) {
            assertThrows(ProblemException.class, () -> Destination.of(bad), bad);
        }
    }
}
