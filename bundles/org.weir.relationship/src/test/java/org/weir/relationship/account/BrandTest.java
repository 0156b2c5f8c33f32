package org.weir.relationship.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class BrandTest {
    @Test
    void companies_of_one_brand_compare_alike_whatever_their_legal_form() {
        assertEquals("vodafone", Brand.of("Vodafone (Pty) Ltd."));
        assertEquals("vodafone", Brand.of("VODAFONE / Safaricom"));
        assertEquals(Brand.of("Telefónica S.A."), Brand.of("telefonica"));
        assertEquals(Brand.of("江河通信有限公司"), Brand.of("江河通信"));
    }

    @Test
    void different_brands_stay_different() {
        assertNotEquals(Brand.of("T-Mobile"), Brand.of("Mobile"));
        assertNotEquals(Brand.of("AT&T"), Brand.of("ATT"));
    }

    @Test
    void a_name_of_legal_forms_only_has_no_brand() {
        assertEquals("", Brand.of("Ltd. Co."));
    }
}
