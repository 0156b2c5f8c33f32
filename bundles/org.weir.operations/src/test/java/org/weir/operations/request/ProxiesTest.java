package org.weir.operations.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ProxiesTest {
    private final Proxies proxies = new Proxies(List.of("127.0.0.0/8", "::1", "10.2.0.0/15", "fd00::/8"));

    @Test
    void networks_and_addresses_are_known_and_names_are_never_asked_for() {
        assertTrue(proxies.trusts("127.3.2.1"));
        assertTrue(proxies.trusts("10.3.255.255"));
        assertFalse(proxies.trusts("10.4.0.0"));
        assertTrue(proxies.trusts("0:0:0:0:0:0:0:1"));
        assertTrue(proxies.trusts("fd12::7"));
        assertFalse(proxies.trusts("fe80::7"));
        assertFalse(proxies.trusts("localhost"));
        assertFalse(proxies.trusts("999.1.1.1"));
    }

    @Test
    void the_caller_is_the_last_one_that_is_no_proxy() {
        assertEquals(Optional.of("203.0.113.9"), proxies.caller("203.0.113.9"));
        assertEquals(Optional.of("203.0.113.9"), proxies.caller("198.51.100.1, 203.0.113.9, 10.3.0.1"));
        assertEquals(Optional.of("2001:db8::5"), proxies.caller("2001:db8::5,127.0.0.1"));
        assertEquals(Optional.of("10.3.0.2"), proxies.caller("10.3.0.2, 10.3.0.1"));
    }

    @Test
    void what_cannot_be_read_is_not_believed_nor_is_what_stands_before_it() {
        assertEquals(Optional.empty(), proxies.caller(null));
        assertEquals(Optional.empty(), proxies.caller(""));
        assertEquals(Optional.empty(), proxies.caller("203.0.113.9, 999.1.1.1"));
        assertEquals(Optional.empty(), proxies.caller("203.0.113.9, <script>"));
        assertEquals(Optional.of("10.3.0.1"), proxies.caller("203.0.113.9, unknown, 10.3.0.1"));
        assertEquals(Optional.empty(), proxies.caller("1,".repeat(2000)));
    }

    @Test
    void a_setting_that_is_no_network_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new Proxies(List.of("proxy.example.com")));
        assertThrows(IllegalArgumentException.class, () -> new Proxies(List.of("10.0.0.0/33")));
    }
}
