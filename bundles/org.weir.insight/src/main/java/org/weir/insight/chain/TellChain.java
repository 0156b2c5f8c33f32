package org.weir.insight.chain;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Initials;
import org.weir.base.api.Money;
import org.weir.base.api.ShortMoney;
import org.weir.insight.chain.Chain.Node;
import org.weir.insight.chain.Chain.Station;
import org.weir.insight.chain.ChainView.Group;
import org.weir.insight.chain.ChainView.Line;
import org.weir.records.api.ChainStation.Facts;
import org.weir.web.api.Visit;

/** Puts a chain into the reader's words. */
final class TellChain {
    private static final Map<String, String> ICONS = Map.of(
            "good", "circle-check", "warn", "triangle-alert", "bad", "circle-alert", "info", "info", "plain", "clock");

    private final Visit visit;
    private final int year;

    TellChain(Visit visit, LocalDate today) {
        this.visit = visit;
        this.year = today.getYear();
    }

    List<Group> groups(Chain chain) {
        return chain.stations().stream().map(this::group).toList();
    }

    private Group group(Station station) {
        return new Group(
                visit.t(station.type().many()),
                station.type().icon(),
                station.nodes().stream().map(this::line).toList(),
                station.more(),
                href(station));
    }

    private static String href(Station station) {
        return station.filter().isEmpty()
                ? ""
                : "/r/" + station.type().name() + "?filter="
                        + URLEncoder.encode(station.filter(), StandardCharsets.UTF_8);
    }

    private Line line(Node node) {
        Facts facts = node.facts();
        String tone = facts == null || !ICONS.containsKey(facts.tone()) ? "plain" : facts.tone();
        return new Line(
                node.title().isEmpty() ? node.number() : node.title(),
                node.title().isEmpty() ? "" : node.number(),
                "/r/" + node.row().type().name() + "/" + node.row().id() + "/tab/chain",
                facts == null ? "" : visit.t(facts.state()),
                tone,
                ICONS.getOrDefault(tone, "clock"),
                facts == null ? "" : day(facts.date()),
                facts == null ? "" : day(facts.due()),
                facts == null ? "" : money(facts.money()),
                node.responsible(),
                node.responsible().isEmpty() ? "" : Initials.of(node.responsible()),
                facts == null || facts.late() == null ? "" : visit.t(facts.late()),
                node.place().name().toLowerCase(Locale.ROOT));
    }

    private String day(@Nullable LocalDate day) {
        if (day == null) {
            return "";
        }
        String pattern = visit.t(day.getYear() == year ? "insight.day" : "insight.day.year");
        return DateTimeFormatter.ofPattern(pattern, visit.locale()).format(day);
    }

    private String money(@Nullable Money money) {
        return money == null ? "" : ShortMoney.of(money, visit.locale());
    }
}
