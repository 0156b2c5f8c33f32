package org.weir.solution.configuration;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.base.api.Ids;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Draft;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.solution.api.SolutionTypes;
import org.weir.solution.configuration.ConfigurationStore.Head;
import org.weir.solution.configuration.ConfigurationStore.Step;
import org.weir.solution.engine.Choice;
import org.weir.solution.engine.CompiledModel;
import org.weir.solution.engine.Complete;
import org.weir.solution.engine.Explain;
import org.weir.solution.engine.Feature;
import org.weir.solution.engine.solver.Budget;
import org.weir.solution.model.CompiledModels;
import org.weir.store.api.Database;

/**
 * Works on configurations. Every change is kept at once, in one transaction, based on the revision the caller has seen:
 * when somebody else was faster, it is refused (409) and nothing is changed.
 */
@Component(service = Configure.class)
public final class Configure {
    private static final long CONFLICTS = 200_000;
    private static final int MOST_SITES = 1_000_000;

    private final Database database;
    private final Records records;
    private final Access access;
    private final CompiledModels models;
    private final ConfigurationStore store;
    private final Standings standings = new Standings();
    private final Clock clock = Clock.systemUTC();

    @Activate
    public Configure(
            @Reference(target = "(schema=solution)") Database database,
            @Reference Records records,
            @Reference Access access,
            @Reference CompiledModels models) {
        this.database = database;
        this.records = records;
        this.access = access;
        this.models = models;
        this.store = new ConfigurationStore(database);
    }

    /** The configuration as it stands, for somebody who may read it. */
    public Bench open(Actor actor, UUID configuration) {
        return bench(records.read(actor, SolutionTypes.CONFIGURATION, configuration));
    }

    /**
     * The same for somebody who has seen it before.
     *
     * @param revision that was seen then; null to take it as it stands
     * @throws ProblemException 409 when somebody else has changed it since
     */
    public Bench open(Actor actor, UUID configuration, @Nullable Long revision) {
        Bench bench = open(actor, configuration);
        if (revision != null && revision != bench.revision()) {
            throw ProblemException.conflict(Text.of("configurator.revision-gone", bench.revision(), revision));
        }
        return bench;
    }

    private Bench bench(Row row) {
        Head head = store.head(row.id()).orElseThrow(ProblemException::notFound);
        return new Bench(row, head.currency(), models.of(head.model()), store.content(row.id()), standings);
    }

    /** Whether the actor may work on it, and it has not been quoted. */
    public boolean mayChange(Actor actor, Row row) {
        return !"quoted".equals(row.text("state")) && records.may(actor, "update", row);
    }

    /**
     * Wants something; null takes the wish back.
     *
     * @return the conflict when it cannot be had; then nothing is changed
     */
    public Explain.@Nullable Conflict choose(Actor actor, Bench seen, UUID siteType, Choice wanted) {
        Explain.Conflict conflict = why(seen, siteType, wanted);
        if (conflict != null) {
            return conflict;
        }
        List<Choice> choices = Replace.by(seen.byPeople(siteType), wanted);
        choices.add(wanted);
        change(actor, seen, siteType, wanted.feature().name(), bench -> byPeople(bench, siteType, choices));
        return null;
    }

    /** Takes a choice back. */
    public void clear(Actor actor, Bench seen, UUID siteType, Feature feature) {
        List<Choice> choices = new ArrayList<>(seen.byPeople(siteType));
        choices.removeIf(it -> it.feature().equals(feature));
        change(actor, seen, siteType, feature.name(), bench -> byPeople(bench, siteType, choices).stream()
                .filter(it -> !it.feature().equals(feature.name()))
                .toList());
    }

    /** Why it cannot be had, null when it can. */
    public Explain.@Nullable Conflict why(Bench bench, UUID siteType, Choice wanted) {
        bench.siteType(siteType);
        return new Explain(bench.compiled()).why(Replace.by(bench.byPeople(siteType), wanted), wanted);
    }

    /** Takes a way out of the conflict that {@link #why} answered. @throws ProblemException 409 when it is not there any more */
    public void takeWay(Actor actor, Bench seen, UUID siteType, Choice wanted, int way) {
        Explain.Conflict conflict = why(seen, siteType, wanted);
        if (conflict == null || way < 0 || way >= conflict.ways().size()) {
            throw ProblemException.conflict(Text.of("configurator.way-gone"));
        }
        Explain.WayOut taken = conflict.ways().get(way);
        List<Choice> choices = new ArrayList<>(seen.byPeople(siteType));
        for (Choice added : taken.add()) {
            choices = Replace.by(choices, added);
            choices.add(added);
        }
        choices.removeAll(taken.drop());
        List<Choice> after = choices;
        change(actor, seen, siteType, wanted.feature().name(), bench -> byPeople(bench, siteType, after));
    }

    /** People's choices, and of proposals and completions what still goes with them. */
    private static List<Chosen> byPeople(Bench bench, UUID siteType, List<Choice> choices) {
        List<Chosen> result = new ArrayList<>();
        choices.forEach(it -> result.add(Chosen.of(it, Who.USER)));
        Map<Choice, Who> soft = new HashMap<>();
        for (Chosen it : bench.chosen(siteType)) {
            Feature feature = bench.compiled().model().find(it.feature());
            if (feature != null && !it.byPeople()) {
                soft.put(new Choice(feature, it.taken(), it.value()), it.who());
            }
        }
        List<Choice> wishes = Chosen.choices(bench.compiled().model(), bench.chosen(siteType), it -> !it.byPeople());
        Set<Feature> decided = new HashSet<>();
        choices.forEach(it -> decided.add(it.feature()));
        wishes.removeIf(it -> decided.contains(it.feature()));
        bench.compiled()
                .nearest(choices, wishes)
                .forEach(it -> result.add(Chosen.of(it, soft.getOrDefault(it, Who.ENGINE))));
        return result;
    }

    /**
     * Decides what is open so that the goal is met best.
     *
     * @throws ProblemException 409 when no product was found within the budget
     */
    public Complete.Completion complete(Actor actor, Bench seen, UUID siteType, Goal goal) {
        CompiledModel compiled = seen.compiled();
        List<Choice> fixed = Chosen.choices(compiled.model(), seen.chosen(siteType), it -> it.who() != Who.ENGINE);
        Complete.Completion completion =
                new Complete(compiled).of(fixed, goal.weights(tariff(seen.row())), Budget.of(CONFLICTS));
        if (completion == null) {
            throw ProblemException.conflict(Text.of("configurator.no-completion"));
        }
        change(actor, seen, siteType, goal.key(), bench -> completed(bench, siteType, fixed, completion));
        return completion;
    }

    private static List<Chosen> completed(
            Bench bench, UUID siteType, List<Choice> fixed, Complete.Completion completion) {
        List<Chosen> all = new ArrayList<>(bench.chosen(siteType).stream()
                .filter(it -> it.who() != Who.ENGINE)
                .toList());
        Map<Feature, Choice> taken = new HashMap<>();
        completion.product().forEach(it -> taken.put(it.feature(), it));
        Set<Feature> decided = new HashSet<>();
        fixed.stream()
                .filter(it -> it.value() != null || !it.feature().counted())
                .forEach(it -> decided.add(it.feature()));
        var standing = bench.compiled().standing(fixed, bench.compiled().model().features(), null);
        for (Feature feature : bench.compiled().model().features()) {
            boolean settled = !standing.open(feature)
                    && (!feature.counted() || standing.least(feature) == standing.most(feature));
            if (!decided.contains(feature) && !settled) {
                all.add(Chosen.of(taken.getOrDefault(feature, Choice.leave(feature)), Who.ENGINE));
            }
        }
        return all;
    }

    /** The price of a kilowatt-hour that the configuration is calculated with. */
    public static BigDecimal tariff(Row row) {
        Object tariff = row.get("tariff");
        return tariff instanceof BigDecimal number ? number : new BigDecimal("0.15");
    }

    /** @param kind the feature that stands for the kind of site; null for none. The model's proposals are taken */
    public SiteType addSiteType(
            Actor actor, Bench seen, String name, int sites, List<UUID> siteRecords, @Nullable Feature kind) {
        SiteType type = checked(new SiteType(Ids.next(), name.strip(), sites, siteRecords));
        change(actor, seen, () -> {
            store.addSiteType(seen.row().id(), type, seen.siteTypes().size());
            store.saveChoices(type.id(), first(seen.compiled(), kind));
        });
        return type;
    }

    private static List<Chosen> first(CompiledModel compiled, @Nullable Feature kind) {
        List<Choice> choices = kind == null ? List.of() : List.of(Choice.take(kind));
        List<Choice> proposals = new ArrayList<>();
        for (Feature feature : compiled.model().features()) {
            Object proposal = feature.attributes().get("default");
            if (proposal instanceof Boolean take) {
                proposals.add(new Choice(feature, take, null));
            } else if (proposal != null) {
                proposals.add(new Choice(feature, true, proposal.toString()));
            }
        }
        List<Chosen> chosen = new ArrayList<>();
        choices.forEach(it -> chosen.add(Chosen.of(it, Who.USER)));
        compiled.nearest(choices, proposals).forEach(it -> chosen.add(Chosen.of(it, Who.DEFAULT)));
        return chosen;
    }

    public void changeSiteType(Actor actor, Bench seen, SiteType type) {
        seen.siteType(type.id());
        change(actor, seen, () -> store.changeSiteType(checked(type)));
    }

    public void removeSiteType(Actor actor, Bench seen, UUID siteType) {
        seen.siteType(siteType);
        change(actor, seen, () -> store.removeSiteType(siteType));
    }

    private static SiteType checked(SiteType type) {
        if (type.name().isEmpty() || type.name().length() > 200) {
            throw ProblemException.invalid("name", Text.of("configurator.site-type-name"));
        }
        if (type.count() < Math.max(1, type.sites().size()) || type.count() > MOST_SITES) {
            throw ProblemException.invalid("sites", Text.of("configurator.site-count", MOST_SITES));
        }
        return type;
    }

    /** Takes the last change of choices back. @return what was undone, in which site type */
    public String undo(Actor actor, Bench seen) {
        Step step = store.last(seen.row().id())
                .orElseThrow(() -> ProblemException.conflict(Text.of("configurator.nothing-to-undo")));
        change(actor, seen, () -> {
            store.saveChoices(step.siteType(), step.before());
            store.forget(step.id());
        });
        return step.what();
    }

    private void change(Actor actor, Bench seen, UUID siteType, String what, Function<Bench, List<Chosen>> choices) {
        seen.siteType(siteType);
        List<Chosen> after = choices.apply(seen);
        change(actor, seen, () -> {
            store.remember(
                    seen.row().id(),
                    seen.revision() + 1,
                    new Step(Ids.next(), siteType, what, seen.chosen(siteType)),
                    actor.user(),
                    clock.instant());
            store.saveChoices(siteType, after);
        });
    }

    private void change(Actor actor, Bench seen, Runnable work) {
        if (!mayChange(actor, seen.row())) {
            throw "quoted".equals(seen.row().text("state"))
                    ? ProblemException.conflict(Text.of("configurator.quoted"))
                    : ProblemException.forbidden("configuration:update");
        }
        UUID id = seen.row().id();
        database.perform(handle -> {
            if (!store.advance(id, seen.revision())) {
                throw ProblemException.conflict(Text.of("configurator.changed-meanwhile"));
            }
            work.run();
            state(id);
        });
    }

    /** Complete when nothing is open any more, draft again when something is. */
    private void state(UUID configuration) {
        Row row = records.read(access.system(), SolutionTypes.CONFIGURATION, configuration);
        String state = bench(row).complete() ? "complete" : "draft";
        if (!Objects.equals(state, row.text("state"))) {
            records.update(access.system(), Draft.change(row, Map.of("state", state)));
        }
    }
}
