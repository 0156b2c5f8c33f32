package org.weir.admin.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.weir.base.api.Text;

class ReasonTest {
    private static final String RESOLVER = """
            Unable to resolve com.partner [51](R 51.0): missing requirement [com.partner [51](R 51.0)] \
            osgi.wiring.package; (&(osgi.wiring.package=org.weir.records.api)(version>=2.0.0)(!(version>=3.0.0))) \
            Unresolved requirements: [[com.partner [51](R 51.0)] osgi.wiring.package; \
            (&(osgi.wiring.package=org.weir.records.api)(version>=2.0.0)(!(version>=3.0.0)))]""";

    @Test
    void a_package_in_another_version_is_said_with_both() {
        assertEquals(
                Text.of("admin.bundle.needs-version", "org.weir.records.api", "2.0.0", "3.0.0", "1.0.0"),
                Reason.of(RESOLVER, name -> List.of("1.0.0")).said());
    }

    @Test
    void a_package_that_nobody_brings_is_named() {
        assertEquals(
                Text.of("admin.bundle.needs", "org.weir.records.api"),
                Reason.of(RESOLVER, name -> List.of()).said());
    }

    @Test
    void other_words_stay_as_they_are() {
        assertNull(Reason.of("it is no jar (zip END header not found)", name -> List.of())
                .said());
        assertNull(Reason.of("", name -> List.of()).said());
    }

    @Test
    void the_version_of_an_export_is_read_past_its_other_attributes() {
        String exports = "org.a;uses:=\"org.b,org.c\";version=\"1.2.0\",org.a.b;version=\"3.0\",org.b;x=1";
        assertEquals(Optional.of("1.2.0"), Reason.version(exports, "org.a"));
        assertEquals(Optional.of("3.0"), Reason.version(exports, "org.a.b"));
        assertEquals(Optional.empty(), Reason.version(exports, "org.b"));
        assertEquals(Optional.empty(), Reason.version(exports, "org.c"));
    }
}
