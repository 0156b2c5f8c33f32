package org.weir.rest.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.weir.base.api.ProblemException;

final class EntityTagsTest {
    @Test
    void a_version_is_a_strong_tag() {
        assertEquals("\"v3\"", EntityTags.of(3));
    }

    @Test
    void if_match_allows_the_versions_it_names() {
        assertTrue(EntityTags.ifMatch("\"v3\"").allows(3));
        assertTrue(EntityTags.ifMatch("\"v2\", \"v3\"").allows(3));
        assertTrue(EntityTags.ifMatch(" * ").allows(3));
        assertFalse(EntityTags.ifMatch("\"v4\"").allows(3));
        assertFalse(EntityTags.ifMatch("W/\"v3\"").allows(3));
        assertFalse(EntityTags.ifMatch("v3").allows(3));
        assertFalse(EntityTags.ifMatch("\"v99999999999999999999999\"").allows(3));
    }

    @Test
    void without_if_match_nothing_is_changed() {
        assertEquals(
                428,
                assertThrows(ProblemException.class, () -> EntityTags.ifMatch(null))
                        .status());
        assertEquals(
                428,
                assertThrows(ProblemException.class, () -> EntityTags.ifMatch(" "))
                        .status());
    }

    @Test
    void if_none_match_compares_weakly() {
        assertTrue(EntityTags.noneMatch("W/\"v3\"", 3));
        assertTrue(EntityTags.noneMatch("\"v3\"", 3));
        assertTrue(EntityTags.noneMatch("*", 3));
        assertFalse(EntityTags.noneMatch("\"v2\"", 3));
        assertFalse(EntityTags.noneMatch(null, 3));
    }
}
