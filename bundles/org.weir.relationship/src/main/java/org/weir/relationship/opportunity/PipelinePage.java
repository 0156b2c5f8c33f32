package org.weir.relationship.opportunity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.base.api.Money;
import org.weir.base.api.ProblemException;
import org.weir.base.api.ShortMoney;
import org.weir.base.api.Text;
import org.weir.records.api.Actions;
import org.weir.records.api.Filter;
import org.weir.records.api.Query;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.relationship.jte.StaticTemplates;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;

/** The open opportunities by stage, and what was won or lost in the last 90 days; a card that is moved is advanced. */
@Component
public final class PipelinePage implements Page {
    static final String PATH = "/opportunities/board";
    private static final List<String> STAGES = List.of("prospecting", "engaging", "proposal", "negotiation");
    private static final int MOST = 500;
    private static final int CARDS = 60;
    private static final int DAYS = 90;

    private final Records records;
    private final Actions actions;
    private final Clock clock;

    @Activate
    public PipelinePage(@Reference Records records, @Reference Actions actions) {
        this.records = records;
        this.actions = actions;
        this.clock = Clock.systemUTC();
    }

    /**
     * A column of the board.
     *
     * @param more cards that are not shown
     */
    public record Column(
            String stage, String label, int number, String worth, List<Card> cards, int more, String all) {}

    /** @param before and {@code after} the stages beside, empty where there is none or nothing may be moved */
    public record Card(
            String id,
            String title,
            String account,
            String worth,
            String close,
            boolean late,
            String before,
            String after,
            boolean moved) {}

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String permission() {
        return "opportunity:read";
    }

    @Override
    public Reply get(Visit visit) {
        boolean mine = visit.param("mine") != null;
        List<Column> columns = new ArrayList<>();
        for (String stage : STAGES) {
            columns.add(column(visit, stage, Filter.eq("stage", stage), mine, "expectedClose", false));
        }
        String since = today(visit).minusDays(DAYS).toString();
        for (String stage : List.of("won", "lost")) {
            Filter lately = new Filter.And(
                    List.of(Filter.eq("stage", stage), new Filter.Condition("closed", Filter.Op.GE, List.of(since))));
            columns.add(column(visit, stage, lately, mine, "closed", true));
        }
        return new Reply.Show(
                Text.of("opportunity.board"),
                List.of(new Reply.Crumb(Text.of("record.opportunity.many"), "/r/opportunity")),
                new StaticTemplates().relationshipOpportunityBoard(visit, columns, mine, may(visit.actor())));
    }

    private static boolean may(Actor actor) {
        return actor.may("opportunity:advance");
    }

    private LocalDate today(Visit visit) {
        return LocalDate.ofInstant(clock.instant(), visit.actor().zone());
    }

    private Column column(Visit visit, String stage, Filter of, boolean mine, String sort, boolean descending) {
        Filter filter = mine
                ? new Filter.And(List.of(of, Filter.eq("owner", visit.actor().user())))
                : of;
        List<Row> rows = records.list(
                        visit.actor(),
                        new Query(
                                "opportunity", filter, "", List.of(new Query.Sort(sort, descending)), MOST, null, null))
                .rows();
        List<Row> shown = rows.subList(0, Math.min(CARDS, rows.size()));
        Map<UUID, String> accounts = records.titles(
                visit.actor(),
                "account",
                shown.stream()
                        .map(it -> it.ref("account"))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        return new Column(
                stage,
                visit.t("record.opportunity.stage." + stage),
                rows.size(),
                ShortMoney.sum(OpenOpportunities.worth(rows), visit.locale()),
                shown.stream().map(it -> card(visit, it, stage, sort, accounts)).toList(),
                rows.size() - shown.size(),
                "/r/opportunity?filter=stage==" + stage);
    }

    private Card card(Visit visit, Row row, String stage, String field, Map<UUID, String> accounts) {
        LocalDate close = (LocalDate) row.get(field);
        UUID account = row.ref("account");
        int at = may(visit.actor()) ? STAGES.indexOf(stage) : -1;
        return new Card(
                row.id().toString(),
                String.valueOf(row.get("title")),
                account == null ? "" : accounts.getOrDefault(account, ""),
                row.get("amount") instanceof Money money ? ShortMoney.of(money, visit.locale()) : "",
                close == null ? "" : day(visit, close),
                STAGES.contains(stage) && close != null && close.isBefore(today(visit)),
                at > 0 ? STAGES.get(at - 1) : "",
                at >= 0 && at < STAGES.size() - 1 ? STAGES.get(at + 1) : "",
                row.id().toString().equals(visit.param("moved")));
    }

    /** Without the year while it is this one. */
    private String day(Visit visit, LocalDate day) {
        boolean near = day.getYear() == today(visit).getYear();
        boolean chinese = visit.locale().getLanguage().equals("zh");
        String pattern = chinese ? (near ? "M月d日" : "y年M月d日") : near ? "d MMM" : "d MMM y";
        return DateTimeFormatter.ofPattern(pattern, visit.locale()).format(day);
    }

    @Override
    public Reply post(Visit visit) {
        UUID id = id(visit.param("id"));
        String stage = Objects.requireNonNullElse(visit.param("stage"), "");
        Text said = actions.run(visit.actor(), "opportunity", "advance", List.of(id), null, Map.of("stage", stage))
                .message();
        return new Reply.Redirect(PATH + "?moved=" + id + (visit.param("mine") == null ? "" : "&mine=1"), said);
    }

    private static UUID id(@org.jspecify.annotations.Nullable String text) {
        try {
            return UUID.fromString(Objects.requireNonNullElse(text, ""));
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
    }
}
