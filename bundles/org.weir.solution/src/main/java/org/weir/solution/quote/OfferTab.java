package org.weir.solution.quote;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.access.api.Directory;
import org.weir.base.api.Text;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.solution.approval.Approvals;
import org.weir.solution.jte.StaticTemplates;
import org.weir.store.api.Database;
import org.weir.web.api.RecordTab;
import org.weir.web.api.Visit;

/** What a quote opens with: lines by site type, totals, where the margin lies, who was asked, and the document. */
@Component
public final class OfferTab implements RecordTab {
    private final Records records;
    private final Directory directory;
    private final Offers offers;
    private final Approvals approvals;

    @Activate
    public OfferTab(
            @Reference(target = "(schema=solution)") Database database,
            @Reference Records records,
            @Reference Access access,
            @Reference Directory directory) {
        this.records = records;
        this.directory = directory;
        this.offers = new Offers(database);
        this.approvals = new Approvals(records, access);
    }

    /** A question and its answer. */
    public record Asked(
            String rule, String state, String tone, String who, String when, String why, String answer, boolean now) {}

    @Override
    public String type() {
        return "quote";
    }

    @Override
    public String name() {
        return "offer";
    }

    @Override
    public int order() {
        return -10;
    }

    @Override
    public Text label() {
        return Text.of("quote.offer");
    }

    @Override
    public String permission() {
        return "quote:read";
    }

    @Override
    public Content show(Visit visit, Row row) {
        Offer offer = offers.of(row);
        boolean edits = States.open(row)
                && records.may(visit.actor(), "update", row)
                && visit.actor().may("quote-line:create");
        List<Row> questions = approvals.of(row.id());
        boolean approved = questions.stream()
                .anyMatch(it -> "approved".equals(it.get("state"))
                        && offer.fingerprint().equals(it.get("fingerprint")));
        return new StaticTemplates()
                .solutionQuoteOffer(
                        visit,
                        row.id().toString(),
                        OfferSheet.of(visit, offer, SeeCost.may(visit.actor()), approved),
                        visit.actor().may("approval:read") ? asked(visit, questions, offer) : List.of(),
                        edits,
                        facts(visit, row, offer));
    }

    private List<Asked> asked(Visit visit, List<Row> rows, Offer offer) {
        List<UUID> people = new ArrayList<>();
        rows.forEach(it -> {
            for (String field : List.of("requestedBy", "decidedBy")) {
                UUID who = it.ref(field);
                if (who != null) {
                    people.add(who);
                }
            }
        });
        Map<UUID, Directory.Person> names = directory.people(people);
        return rows.stream()
                .map(it -> {
                    String state = String.valueOf(it.get("state"));
                    boolean answered = it.ref("decidedBy") != null;
                    Directory.Person who = names.get(it.ref(answered ? "decidedBy" : "requestedBy"));
                    Object when = it.get(answered ? "decidedAt" : "requestedAt");
                    return new Asked(
                            visit.t("record.approval.rule." + it.get("rule")),
                            visit.t("record.approval.state." + state),
                            Map.of("open", "info", "approved", "good", "refused", "bad")
                                    .getOrDefault(state, "plain"),
                            who == null ? "" : who.name(),
                            when instanceof java.time.Instant at ? visit.time(at) : "",
                            String.valueOf(it.get("reason")),
                            Objects.requireNonNullElse(it.text("answer"), ""),
                            offer.fingerprint().equals(it.get("fingerprint")));
                })
                .toList();
    }

    /** The few facts beside the lines. */
    private List<List<String>> facts(Visit visit, Row quote, Offer offer) {
        List<List<String>> facts = new ArrayList<>();
        add(
                facts,
                visit,
                "total",
                offer.currency() + " " + new Numbers(visit.locale(), offer.currency()).money(offer.total()));
        add(facts, visit, "state", visit.t("record.quote.state." + quote.get("state")));
        add(facts, visit, "sentOn", quote.get("sentOn"));
        add(facts, visit, "validUntil", quote.get("validUntil"));
        add(facts, visit, "decidedOn", quote.get("decidedOn"));
        add(facts, visit, "decidedBy", quote.get("decidedBy"));
        add(facts, visit, "reason", quote.get("reason"));
        return facts;
    }

    private static void add(
            List<List<String>> facts, Visit visit, String field, @org.jspecify.annotations.Nullable Object value) {
        if (value instanceof java.time.LocalDate day) {
            facts.add(List.of(visit.t("record.quote." + field), date(visit, day)));
        } else if (value != null) {
            facts.add(List.of(visit.t("record.quote." + field), value.toString()));
        }
    }

    static String date(Visit visit, java.time.LocalDate day) {
        return java.time.format.DateTimeFormatter.ofLocalizedDate(java.time.format.FormatStyle.MEDIUM)
                .withLocale(visit.locale().equals(java.util.Locale.ENGLISH) ? java.util.Locale.UK : visit.locale())
                .format(day);
    }
}
