package org.weir.insight.cockpit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gg.jte.Content;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.weir.access.api.Actor;
import org.weir.access.api.Scope;
import org.weir.base.api.Text;
import org.weir.insight.ReadingVisit;
import org.weir.records.api.RecordSpec;
import org.weir.records.api.RecordType;
import org.weir.records.api.Row;
import org.weir.testkit.OpenGate;
import org.weir.web.api.CockpitFigure;
import org.weir.web.api.CockpitPanel;
import org.weir.web.api.Visit;

final class CockpitTest {
    @RecordSpec(name = "account", schema = "s", table = "t")
    private record Account() {}

    private record Figured(int order, String permission, String value) implements CockpitFigure {
        @Override
        public Text label() {
            return Text.of("figure " + order);
        }

        @Override
        public Optional<Figure> show(Visit visit, Row account) {
            if (value.equals("broken")) {
                throw new IllegalStateException("the river is dry");
            }
            return value.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Figure(value, Text.of("note"), "good", "/r/account"));
        }
    }

    private record Boxed(int order, boolean side, String says) implements CockpitPanel {
        @Override
        public Text title() {
            return Text.of("panel " + order);
        }

        @Override
        public String permission() {
            return "signed-in";
        }

        @Override
        public Content show(Visit visit, Row account) {
            return output -> {
                if (says.equals("broken")) {
                    throw new IllegalStateException("half drawn");
                }
                output.writeContent("<i>" + says + "</i>");
            };
        }
    }

    private final Actor ann = new Actor(
            new UUID(7, 7),
            "ann",
            "Ann",
            Locale.ENGLISH,
            ZoneOffset.UTC,
            Actor.NO_TEAM,
            Set.of(),
            Set.of(),
            Map.of("account:read", Set.of(Scope.ALL)));
    private final Row account = new Row(
            new RecordType(Account.class.getAnnotation(RecordSpec.class), List.of(), Account.class),
            new UUID(1, 1),
            1,
            Instant.EPOCH,
            null,
            Instant.EPOCH,
            null,
            Map.of());

    private String page(Cockpit cockpit) {
        StringOutput output = new StringOutput();
        new CockpitTab(cockpit).show(new ReadingVisit(ann), account).writeTo(new OwaspHtmlTemplateOutput(output));
        return output.toString();
    }

    @Test
    void figures_stand_in_order_and_only_for_whom_may_see_them() {
        Cockpit cockpit = new Cockpit(new OpenGate());
        cockpit.addFigure(new Figured(200, "account:read", "2"));
        cockpit.addFigure(new Figured(100, "signed-in", "1"));
        cockpit.addFigure(new Figured(300, "secret:read", "3"));
        cockpit.addFigure(new Figured(400, "signed-in", ""));
        assertEquals(
                List.of("1", "2", ""),
                cockpit.figures(new ReadingVisit(ann), account).stream()
                        .map(Cockpit.Shown::value)
                        .toList());
        assertTrue(page(cockpit).contains("none yet"));
    }

    @Test
    void what_fails_is_said_in_its_place_and_the_rest_stands() {
        Cockpit cockpit = new Cockpit(new OpenGate());
        cockpit.addFigure(new Figured(100, "signed-in", "broken"));
        cockpit.addFigure(new Figured(200, "signed-in", "42"));
        cockpit.addPanel(new Boxed(1, false, "broken"));
        cockpit.addPanel(new Boxed(2, true, "fine"));
        String page = page(cockpit);
        assertTrue(page.contains("cannot be had"), page);
        assertTrue(page.contains("<b>42</b>"), page);
        assertTrue(page.contains("This box cannot be shown."), page);
        assertTrue(page.contains("<i>fine</i>"), page);
    }
}
