package org.weir.solution.configuration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.records.api.Draft;
import org.weir.records.api.Filter;
import org.weir.records.api.Query;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.relationship.api.RelationshipTypes;
import org.weir.solution.engine.Feature;
import org.weir.solution.engine.Standing;

/** Which of the customer's needs a configuration answers, by the features that people linked to them. */
@Component(service = AnswerNeeds.class)
public final class AnswerNeeds {
    static final String NEED_ANSWER = "need-answer";

    private final Records records;
    private final RecordTypes types;

    @Activate
    public AnswerNeeds(@Reference Records records, @Reference RecordTypes types) {
        this.records = records;
        this.types = types;
    }

    /** How far a need is answered. */
    public enum Coverage {
        /** Every site type has the features linked to it. */
        YES,
        /** Some site types have them, or some of the features are there. */
        PARTLY,
        NOT_YET,
        /** Nobody has said yet by which feature. */
        UNLINKED,
        /** Not by this configuration, but answered already: by a contract, or by somebody's words. */
        ANSWERED
    }

    /**
     * @param features linked to it, by name in the model
     * @param answer what was said when it was answered, empty before
     */
    public record Answered(UUID need, String title, Coverage coverage, List<String> features, String answer) {}

    /** The needs of the opportunity, or of the account if there is none, most urgent as listed. */
    public List<Answered> of(Actor actor, Bench bench) {
        if (types.find(RelationshipTypes.NEED).isEmpty() || !actor.may("need:read")) {
            return List.of();
        }
        UUID opportunity = bench.row().ref("opportunity");
        Filter which = opportunity == null
                ? Filter.eq("account", Objects.requireNonNull(bench.row().ref("account")))
                : Filter.eq("opportunity", opportunity);
        List<Row> needs = records.list(
                        actor, Query.all(RelationshipTypes.NEED).where(which).limit(50))
                .rows();
        Map<UUID, List<String>> links = links(actor, bench.row().id());
        List<Answered> answered = new ArrayList<>();
        for (Row need : needs) {
            if (!"declined".equals(need.text("state"))) {
                List<String> features = links.getOrDefault(need.id(), List.of());
                String title =
                        Objects.requireNonNullElse(need.text(need.type().title().name()), "");
                Coverage coverage = features.isEmpty() && "answered".equals(need.text("state"))
                        ? Coverage.ANSWERED
                        : coverage(bench, features);
                String answer = Objects.requireNonNullElse(need.text("answer"), "");
                answered.add(new Answered(need.id(), title, coverage, features, answer));
            }
        }
        return answered;
    }

    /** The needs of which every feature that people linked to them is taken in some site type, with those features. */
    public Map<UUID, List<Feature>> met(Actor actor, Bench bench) {
        Map<UUID, List<Feature>> met = new LinkedHashMap<>();
        links(actor, bench.row().id()).forEach((need, names) -> {
            List<Feature> taken = names.stream()
                    .map(bench.compiled().model()::find)
                    .filter(it -> it != null
                            && bench.siteTypes().stream().anyMatch(type -> bench.standing(type.id(), List.of())
                                    .forced(it)))
                    .toList();
            if (taken.size() == names.size()) {
                met.put(need, taken);
            }
        });
        return met;
    }

    private Map<UUID, List<String>> links(Actor actor, UUID configuration) {
        Query query = Query.all(NEED_ANSWER)
                .where(Filter.eq("configuration", configuration))
                .limit(500);
        return records.list(actor, query).rows().stream()
                .filter(it -> it.ref("need") != null)
                .collect(Collectors.groupingBy(
                        it -> Objects.requireNonNull(it.ref("need")),
                        LinkedHashMap::new,
                        Collectors.mapping(
                                it -> Objects.requireNonNullElse(it.text("feature"), ""), Collectors.toList())));
    }

    private static Coverage coverage(Bench bench, List<String> features) {
        if (features.isEmpty()) {
            return Coverage.UNLINKED;
        }
        int wanted = 0;
        int there = 0;
        for (SiteType type : bench.siteTypes()) {
            Standing standing = bench.standing(type.id(), List.of());
            for (String name : features) {
                Feature feature = bench.compiled().model().find(name);
                wanted++;
                there += feature != null && standing.forced(feature) ? 1 : 0;
            }
        }
        return there == 0 ? Coverage.NOT_YET : there == wanted ? Coverage.YES : Coverage.PARTLY;
    }

    /** Says that the feature answers the need. */
    public void link(Actor actor, Bench bench, UUID need, Feature feature, @Nullable String how) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("feature", feature.name());
        values.put("account", bench.row().ref("account"));
        values.put("configuration", bench.row().id());
        values.put("need", need);
        values.put("how", how);
        records.create(actor, new Draft(NEED_ANSWER, null, null, values, null));
    }
}
