package org.weir.solution.configuration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.weir.base.api.ProblemException;
import org.weir.records.api.Row;
import org.weir.solution.engine.Choice;
import org.weir.solution.engine.CompiledModel;
import org.weir.solution.engine.Feature;
import org.weir.solution.engine.Standing;
import org.weir.solution.engine.solver.Budget;

/** A configuration as it stands now, with its model. Read once per request. */
public final class Bench {
    private static final long PROBES = 20_000;

    private final Row row;
    private final String currency;
    private final CompiledModel compiled;
    private final ConfigurationStore.Content content;
    private final Standings standings;

    Bench(Row row, String currency, CompiledModel compiled, ConfigurationStore.Content content, Standings standings) {
        this.row = row;
        this.currency = currency;
        this.compiled = compiled;
        this.content = content;
        this.standings = standings;
    }

    /** The record. */
    public Row row() {
        return row;
    }

    public String currency() {
        return currency;
    }

    public CompiledModel compiled() {
        return compiled;
    }

    public long revision() {
        return content.revision();
    }

    public boolean undoable() {
        return content.undoable();
    }

    public List<SiteType> siteTypes() {
        return content.siteTypes();
    }

    /** @throws ProblemException 404 */
    public SiteType siteType(UUID id) {
        return content.siteTypes().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    /** @throws ProblemException 404 */
    public Feature feature(String name) {
        Feature feature = compiled.model().find(name);
        if (feature == null) {
            throw ProblemException.notFound();
        }
        return feature;
    }

    public List<Chosen> chosen(UUID siteType) {
        return content.of(siteType);
    }

    Map<UUID, List<Chosen>> choices() {
        return content.choices();
    }

    /** What people chose, first things first. */
    public List<Choice> byPeople(UUID siteType) {
        return Chosen.choices(compiled.model(), content.of(siteType), Chosen::byPeople);
    }

    /** Where everything stands with all choices, proposals and completions. */
    public Standing standing(UUID siteType, Collection<Feature> lookedAt) {
        return standings.of(
                compiled, siteType, Chosen.choices(compiled.model(), content.of(siteType), it -> true), lookedAt);
    }

    /** What people's choices alone leave possible. */
    public Standing possible(UUID siteType, Collection<Feature> lookedAt) {
        return standings.of(compiled, siteType, byPeople(siteType), lookedAt);
    }

    /** Whether this feature, which people's choices exclude, could be had once the choice of its group is replaced by it. */
    public boolean instead(UUID siteType, Feature feature) {
        List<Choice> choices = byPeople(siteType);
        List<Choice> others = Replace.by(choices, Choice.take(feature));
        if (others.size() == choices.size()) {
            return false;
        }
        List<Choice> instead = new ArrayList<>(others);
        instead.add(Choice.take(feature));
        return !compiled.excluded(instead, Budget.of(PROBES));
    }

    /** How many decisions are open in the site type; in great models as far as propagation sees. */
    public int open(UUID siteType) {
        return OpenDecisions.count(
                compiled.model(), standing(siteType, compiled.model().features()));
    }

    public boolean complete() {
        return !siteTypes().isEmpty() && siteTypes().stream().allMatch(it -> open(it.id()) == 0);
    }
}
