package org.weir.insight.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.weir.base.api.Money;
import org.weir.insight.ReadingVisit;
import org.weir.insight.chain.ChainView.Box;
import org.weir.insight.chain.ChainView.Group;
import org.weir.insight.chain.ChainView.Picture;
import org.weir.records.api.Row;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas({"access", "records", "chains"})
final class DrawChainStoreTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T09:00:00Z"), ZoneOffset.UTC);

    @OnEachDatabase
    void no_two_records_are_drawn_over_each_other_and_the_record_at_hand_is_marked(TestDatabase databases) {
        Workshop house = new Workshop(databases);
        Row wish = house.make(
                "wish", "A wish with quite a long name that cannot fit", "worth", Money.of("4200000", "USD"));
        Row offer = house.make("offer", "late <script>", "wish", wish, "day", LocalDate.of(2026, 11, 2));
        for (int i = 0; i < 15; i++) {
            house.make("machine", "machine " + i, "offer", offer);
        }
        ReadingVisit visit = new ReadingVisit(house.ann);
        Chain chain = house.walk().from(house.ann, offer);
        List<Group> groups = new TellChain(visit, LocalDate.of(2026, 11, 20)).groups(chain);
        Picture picture = new DrawChain(visit).draw(chain, groups);
        for (Box one : picture.boxes()) {
            assertTrue(one.x() >= 0 && one.x() + one.width() <= picture.width(), one.toString());
            assertTrue(one.y() + one.height() <= picture.height(), one.toString());
            for (Box other : picture.boxes()) {
                assertFalse(!one.equals(other) && over(one, other), one + " " + other);
            }
        }
        assertEquals(
                List.of("late <script>"),
                picture.boxes().stream()
                        .filter(it -> it.line().place().equals("here"))
                        .map(Box::title)
                        .toList());
        assertEquals(13, picture.edges().size());
        assertEquals(3, groups.get(2).more());
        assertTrue(
                groups.get(2).moreHref().startsWith("/r/machine?filter=offer"),
                groups.get(2).moreHref());

        StringOutput output = new StringOutput();
        new ChainTab("offer", house.walk(), CLOCK).show(visit, offer).writeTo(new OwaspHtmlTemplateOutput(output));
        String page = output.toString();
        assertTrue(page.contains("4.2 M USD"), page);
        assertTrue(page.contains("aria-current=\"true\""), page);
        assertFalse(page.contains("<script>"), page);
        assertFalse(page.contains("style="), page);
    }

    private static boolean over(Box one, Box other) {
        return one.x() < other.x() + other.width()
                && other.x() < one.x() + one.width()
                && one.y() < other.y() + other.height()
                && other.y() < one.y() + one.height();
    }
}
