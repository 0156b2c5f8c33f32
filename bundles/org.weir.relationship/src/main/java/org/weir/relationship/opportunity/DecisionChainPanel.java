package org.weir.relationship.opportunity;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.records.api.Filter;
import org.weir.records.api.Query;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.relationship.jte.StaticTemplates;
import org.weir.relationship.opportunity.DecisionMap.Member;
import org.weir.web.api.CockpitPanel;
import org.weir.web.api.Visit;

/** Who decides on the account's greatest open opportunity (or, without one, its latest), as a map of people. */
@Component
public final class DecisionChainPanel implements CockpitPanel {
    private static final int MOST = 60;

    private final Records records;

    @Activate
    public DecisionChainPanel(@Reference Records records) {
        this.records = records;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public boolean side() {
        return false;
    }

    @Override
    public Text title() {
        return Text.of("opportunity.decision-chain");
    }

    @Override
    public String permission() {
        return "opportunity-person:read";
    }

    @Override
    public Content show(Visit visit, Row account) {
        Optional<Row> opportunity = opportunity(visit.actor(), account.id());
        List<Member> members =
                opportunity.map(it -> members(visit, it.id(), account.id())).orElse(List.of());
        return new StaticTemplates()
                .relationshipOpportunityDecisionchain(
                        visit,
                        opportunity.map(it -> it.id().toString()).orElse(""),
                        opportunity.map(it -> String.valueOf(it.get("title"))).orElse(""),
                        opportunity
                                .map(it -> visit.t("record.opportunity.stage." + it.text("stage")))
                                .orElse(""),
                        DecisionMap.wide(members),
                        DecisionMap.narrow(members),
                        weakest(members).map(Member::name).orElse(""));
    }

    private Optional<Row> opportunity(Actor actor, UUID account) {
        Filter own = Filter.eq("account", account);
        Optional<Row> open = first(actor, new Filter.And(List.of(own, OpenOpportunities.OPEN)), "amount");
        return open.isPresent() ? open : first(actor, own, "closed");
    }

    private Optional<Row> first(Actor actor, Filter filter, String by) {
        Query query = new Query("opportunity", filter, "", List.of(new Query.Sort(by, true)), MOST, null, null);
        List<Row> rows = records.list(actor, query).rows();
        return rows.stream().filter(it -> it.get(by) != null).findFirst().or(() -> rows.stream()
                .findFirst());
    }

    private List<Member> members(Visit visit, UUID opportunity, UUID account) {
        List<Row> rows = records.list(
                        visit.actor(),
                        Query.all("opportunity-person")
                                .where(Filter.eq("opportunity", opportunity))
                                .limit(MOST))
                .rows();
        List<UUID> people = rows.stream()
                .map(it -> Objects.requireNonNull(it.ref("person")))
                .toList();
        Map<UUID, String> names = records.titles(visit.actor(), "person", people);
        Map<UUID, String> jobs = jobs(visit.actor(), account);
        List<Member> members = new ArrayList<>();
        for (Row row : rows) {
            UUID person = Objects.requireNonNull(row.ref("person"));
            String part = String.valueOf(row.get("part"));
            members.add(new Member(
                    row.id().toString(),
                    person.toString(),
                    names.getOrDefault(person, visit.t("opportunity.not-known")),
                    jobs.getOrDefault(person, ""),
                    part,
                    visit.t("record.opportunity-person.part." + part),
                    row.get("weight") instanceof Long weight ? weight.intValue() : 1,
                    row.get("support") instanceof Long support ? support.intValue() : 0,
                    Objects.requireNonNullElse(row.text("evidence"), "")));
        }
        members.sort(Comparator.comparingInt(Member::weight).reversed().thenComparing(Member::name));
        return members;
    }

    private Map<UUID, String> jobs(Actor actor, UUID account) {
        Map<UUID, String> jobs = new HashMap<>();
        if (actor.may("employment:read")) {
            records
                    .list(
                            actor,
                            Query.all("employment")
                                    .where(Filter.eq("account", account))
                                    .limit(500))
                    .rows()
                    .stream()
                    .filter(it -> it.get("job") != null && it.get("until") == null)
                    .forEach(it ->
                            jobs.putIfAbsent(Objects.requireNonNull(it.ref("person")), String.valueOf(it.get("job"))));
        }
        return jobs;
    }

    /** Who counts most and supports us least; nobody when all support us. */
    private static Optional<Member> weakest(List<Member> members) {
        return members.stream()
                .filter(it -> it.support() <= 0)
                .max(Comparator.comparingInt(it -> it.weight() * (3 - it.support())));
    }
}
