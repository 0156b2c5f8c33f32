package org.weir.web.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class UrlsTest {
    @Test
    void values_are_encoded_and_empty_ones_left_out() {
        String url = Urls.of("/r/account")
                .with("q", "a&b \"c\" 中")
                .with("sort", "")
                .with("filter", "name==*x*;grade==s")
                .toString();
        assertEquals("/r/account?q=a%26b+%22c%22+%E4%B8%AD&filter=name==*x*;grade==s", url);
    }

    @Test
    void an_emptied_value_goes_away() {
        assertEquals("/x", Urls.of("/x").with("a", "1").with("a", "").toString());
    }
}
