package org.weir.web.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gg.jte.output.StringOutput;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.weir.base.api.Text;
import org.weir.testkit.FakeClock;
import org.weir.web.ReaderVisit;
import org.weir.web.api.DaySource;
import org.weir.web.api.Visit;
import org.weir.web.jte.StaticTemplates;

final class GatherDayTest {
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

    private final FakeClock clock = FakeClock.at("2026-11-20T09:00:00Z");
    private final Visit visit = new ReaderVisit(Locale.ENGLISH, "Ann");

    private record Source(String is, List<Item> all) implements DaySource {
        @Override
        public Text name() {
            return Text.of("web.as-is", is);
        }

        @Override
        public int order() {
            return 1;
        }

        @Override
        public String permission() {
            return is.equals("secret") ? "nobody:may" : "signed-in";
        }

        @Override
        public List<Item> items(Visit visit) {
            if (is.equals("broken")) {
                throw new IllegalStateException("the river is dry");
            }
            return all;
        }
    }

    private static DaySource.Item item(DaySource.Kind kind, @Nullable Instant due, String title) {
        return new DaySource.Item(kind, due, title, Text.of("web.as-is", "for <b>x</b>"), "clock", "/r/x", null);
    }

    private GatherDay.Day gather(DaySource... sources) {
        return new GatherDay(() -> List.of(sources), clock).gather(visit);
    }

    private static List<String> titles(GatherDay.Day day, DaySource.Kind kind) {
        return day.groups().getOrDefault(kind, List.of()).stream()
                .map(it -> it.item().title())
                .toList();
    }

    @Test
    void what_several_sources_say_stands_together_the_most_urgent_first() {
        GatherDay.Day day = gather(
                new Source(
                        "a",
                        List.of(
                                item(DaySource.Kind.SOON, null, "once"),
                                item(DaySource.Kind.LATE, NOW.minusSeconds(60), "minute"))),
                new Source(
                        "b",
                        List.of(
                                item(DaySource.Kind.LATE, NOW.minusSeconds(9_000), "hours"),
                                item(DaySource.Kind.SOON, NOW.plusSeconds(99_999), "tomorrow"))));
        assertEquals(
                List.of(DaySource.Kind.LATE, DaySource.Kind.SOON),
                List.copyOf(day.groups().keySet()));
        assertEquals(List.of("hours", "minute"), titles(day, DaySource.Kind.LATE));
        assertEquals(List.of("tomorrow", "once"), titles(day, DaySource.Kind.SOON));
        assertEquals(2, day.waiting());
    }

    @Test
    void a_source_that_fails_is_named_and_the_others_are_shown() {
        GatherDay.Day day = gather(
                new Source("broken", List.of()), new Source("fine", List.of(item(DaySource.Kind.TODAY, NOW, "lunch"))));
        assertEquals(List.of(Text.of("web.as-is", "broken")), day.failed());
        assertEquals(List.of("lunch"), titles(day, DaySource.Kind.TODAY));
        String page = page(day);
        assertTrue(page.contains("broken cannot be asked just now"), page);
        assertTrue(page.contains("lunch"), page);
    }

    @Test
    void the_page_says_how_late_and_escapes_what_sources_say() {
        GatherDay.Day day = gather(new Source(
                "a",
                List.of(
                        item(DaySource.Kind.LATE, NOW.minus(Duration.ofMinutes(5)), "<script>"),
                        item(DaySource.Kind.LATE, NOW.minus(Duration.ofHours(2)), "b"),
                        item(DaySource.Kind.LATE, NOW.minus(Duration.ofDays(3)), "c"),
                        item(DaySource.Kind.LATE, null, "d"),
                        item(DaySource.Kind.TODAY, Instant.parse("2026-11-20T23:59:59Z"), "e"))));
        String page = page(day);
        for (String words : List.of(">5 min late<", ">2 h late<", ">3 d late<", ">late<", ">today<", "Friday")) {
            assertTrue(page.contains(words) || page.contains(words.replace("<", "")), words + page);
        }
        assertFalse(page.contains("<script>"), page);
        assertFalse(page.contains("<b>x"), page);
    }

    @Test
    void an_empty_day_teaches_what_will_stand_there() {
        assertTrue(page(gather()).contains("Nothing waits for you"));
    }

    @Test
    void the_number_in_the_navigation_is_forgotten_after_a_while() {
        GatherDay gather =
                new GatherDay(() -> List.of(new Source("a", List.of(item(DaySource.Kind.TODAY, NOW, "x")))), clock);
        UUID reader = visit.actor().user();
        assertTrue(gather.lately(reader).isEmpty());
        gather.gather(visit);
        assertEquals(1, gather.lately(reader).orElseThrow());
        clock.advance(Duration.ofMinutes(11));
        assertTrue(gather.lately(reader).isEmpty());
    }

    private String page(GatherDay.Day day) {
        DrawDay draw = new DrawDay(visit, clock);
        HomePage.DayView view = new HomePage.DayView(
                draw.date(),
                draw.groups(day),
                day.failed().stream().map(visit::t).toList());
        StringOutput output = new StringOutput();
        new StaticTemplates()
                .homePage(visit, view, List.of(), List.of(), List.of(), List.of())
                .writeTo(new gg.jte.html.OwaspHtmlTemplateOutput(output));
        return output.toString();
    }
}
