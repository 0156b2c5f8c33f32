package org.weir.solution.configurator;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Records;
import org.weir.relationship.api.RelationshipTypes;
import org.weir.solution.configuration.AnswerNeeds;
import org.weir.solution.configuration.Bench;
import org.weir.solution.configuration.Configure;
import org.weir.solution.configuration.Goal;
import org.weir.solution.configuration.SiteType;
import org.weir.solution.engine.Choice;
import org.weir.solution.engine.Complete;
import org.weir.solution.engine.Explain;
import org.weir.solution.engine.Feature;
import org.weir.solution.jte.StaticTemplates;
import org.weir.solution.price.PriceBook;
import org.weir.solution.price.PriceBook.Terms;
import org.weir.solution.quote.SeeCost;
import org.weir.store.api.Database;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;

/** The configurator. Every button sends the form; the answer is the page as it stands after it. */
@Component
public final class ConfiguratorPage implements Page {
    private final Records records;
    private final Access access;
    private final Configure configure;
    private final AnswerNeeds needs;
    private final PriceBook prices;

    @Activate
    public ConfiguratorPage(
            @Reference(target = "(schema=solution)") Database database,
            @Reference Records records,
            @Reference Access access,
            @Reference Configure configure,
            @Reference AnswerNeeds needs) {
        this.records = records;
        this.access = access;
        this.configure = configure;
        this.needs = needs;
        this.prices = new PriceBook(database);
    }

    @Override
    public String path() {
        return "/configurations/{id}/configure";
    }

    @Override
    public String permission() {
        return "configuration:read";
    }

    /** What came of a button. */
    private record Outcome(
            Explain.@Nullable Conflict conflict, @Nullable UUID type, String said) {
        static final Outcome DONE = new Outcome(null, null, "");
    }

    @Override
    public Reply get(Visit visit) {
        long since = System.nanoTime();
        Bench bench = configure.open(visit.actor(), visit.pathId("id"));
        View view = view(visit, bench, uuid(visit.param("type")), null, since);
        return visit.htmx() && visit.param("part") != null
                ? new Reply.Fragment(new StaticTemplates().configuratorBody(visit, view, ""))
                : new Reply.Show(
                        Text.of("configurator.as-is", view.title()),
                        List.of(
                                new Reply.Crumb(Text.of("record.configuration.many"), "/r/configuration"),
                                new Reply.Crumb(
                                        Text.of("configurator.as-is", view.number()),
                                        "/r/configuration/" + bench.row().id())),
                        new StaticTemplates().configuratorPage(visit, view));
    }

    @Override
    public Reply post(Visit visit) {
        long since = System.nanoTime();
        UUID id = visit.pathId("id");
        Bench bench = configure.open(visit.actor(), id);
        UUID type = uuid(visit.param("type"));
        if (!String.valueOf(bench.revision()).equals(visit.param("revision"))) {
            visit.status(409);
            return answer(visit, bench, type, null, since, visit.t("configurator.changed-meanwhile"));
        }
        try {
            Outcome outcome = act(visit, bench, type, Objects.requireNonNullElse(visit.param("act"), ""));
            Bench now = configure.open(visit.actor(), id);
            UUID shown = outcome.type() == null ? type : outcome.type();
            if (!visit.htmx() && outcome.conflict() == null && outcome.said().isEmpty()) {
                String to = "/configurations/" + id + "/configure";
                return new Reply.Redirect(shown == null ? to : to + "?type=" + shown, null);
            }
            return answer(visit, now, shown, outcome.conflict(), since, outcome.said());
        } catch (ProblemException e) {
            visit.status(e.status() == 409 || e.status() == 422 ? e.status() : 422);
            Text why = e.fields().isEmpty() ? e.text() : e.fields().get(0).text();
            return answer(visit, configure.open(visit.actor(), id), type, null, since, visit.t(why));
        }
    }

    private Outcome act(Visit visit, Bench bench, @Nullable UUID type, String act) {
        String verb = act.contains(":") ? act.substring(0, act.indexOf(':')) : act;
        String rest = act.contains(":") ? act.substring(act.indexOf(':') + 1) : "";
        return switch (verb) {
            case "undo" -> {
                configure.undo(visit.actor(), bench);
                yield Outcome.DONE;
            }
            case "add" -> add(visit, bench);
            case "answer" -> answer(visit, bench, rest);
            case "show", "search" -> Outcome.DONE;
            default -> type == null ? Outcome.DONE : onType(visit, bench, type, verb, rest);
        };
    }

    private Outcome onType(Visit visit, Bench bench, UUID type, String verb, String rest) {
        switch (verb) {
            case "do" -> {
                return new Outcome(
                        configure.choose(
                                visit.actor(),
                                bench,
                                type,
                                Wish.read(bench.compiled().model(), rest)),
                        null,
                        "");
            }
            case "enter" -> {
                Feature feature =
                        Wish.read(bench.compiled().model(), "take:" + rest).feature();
                Choice wanted = Wish.of(feature, visit.param("v" + rest));
                return new Outcome(configure.choose(visit.actor(), bench, type, wanted), null, "");
            }
            case "why" -> {
                return new Outcome(
                        configure.why(bench, type, Wish.read(bench.compiled().model(), rest)), null, "");
            }
            case "clear" ->
                configure.clear(
                        visit.actor(),
                        bench,
                        type,
                        Wish.read(bench.compiled().model(), "take:" + rest).feature());
            case "way" -> {
                int colon = rest.indexOf(':');
                Choice wanted = Wish.read(bench.compiled().model(), rest.substring(colon + 1));
                configure.takeWay(visit.actor(), bench, type, wanted, Integer.parseInt(rest.substring(0, colon)));
            }
            case "complete" -> {
                return complete(visit, bench, type, rest);
            }
            case "remove" -> configure.removeSiteType(visit.actor(), bench, type);
            case "sites" -> {
                SiteType it = bench.siteType(type);
                int sites = number(visit.param("count"));
                configure.changeSiteType(visit.actor(), bench, new SiteType(type, it.name(), sites, it.sites()));
            }
            default -> throw ProblemException.badRequest(Text.of("configurator.unknown-wish", verb));
        }
        return Outcome.DONE;
    }

    private Outcome complete(Visit visit, Bench bench, UUID type, String goal) {
        Complete.Completion done = configure.complete(visit.actor(), bench, type, Goal.of(goal));
        Figures figures = new Figures(visit, bench);
        String said = done.proven()
                ? visit.t("configurator.completed.proven")
                : visit.t("configurator.completed.gap", figures.money(done.cost()), figures.money(done.atLeast()));
        return new Outcome(null, null, said);
    }

    private Outcome add(Visit visit, Bench bench) {
        Feature kind = bench.compiled().model().find(Objects.requireNonNullElse(visit.param("kind"), ""));
        String name = Objects.requireNonNullElse(visit.param("name"), "").strip();
        String label = name.isEmpty() && kind != null ? org.weir.solution.model.Labels.of(kind, visit.locale()) : name;
        int sites = number(visit.param("new-count"));
        return new Outcome(
                null,
                configure
                        .addSiteType(visit.actor(), bench, label, sites, List.of(), kind)
                        .id(),
                "");
    }

    private Outcome answer(Visit visit, Bench bench, String need) {
        UUID id = uuid(need);
        String feature = Objects.requireNonNullElse(visit.param("by-" + need), "");
        if (id != null && !feature.isEmpty()) {
            needs.link(visit.actor(), bench, id, bench.feature(feature), null);
        }
        return Outcome.DONE;
    }

    private Reply answer(
            Visit visit,
            Bench bench,
            @Nullable UUID type,
            Explain.@Nullable Conflict conflict,
            long since,
            String said) {
        View view = view(visit, bench, type, conflict, since);
        if (visit.htmx()) {
            return new Reply.Fragment(new StaticTemplates().configuratorBody(visit, view, said));
        }
        return new Reply.Show(
                Text.of("configurator.as-is", view.title()),
                List.of(new Reply.Crumb(Text.of("record.configuration.many"), "/r/configuration")),
                new StaticTemplates().configuratorPage(visit, view));
    }

    private View view(Visit visit, Bench bench, @Nullable UUID type, Explain.@Nullable Conflict conflict, long since) {
        boolean may = configure.mayChange(visit.actor(), bench.row());
        String act = Objects.requireNonNullElse(visit.param("act"), "");
        int at = act.startsWith("show:") ? number(act.substring(5)) : number(visit.param("at"));
        String q = act.startsWith("show:") ? "" : Objects.requireNonNullElse(visit.param("q"), "");
        return new MakeView(visit, bench, needs, may, terms(visit, bench)).make(type, at, q, conflict, since);
    }

    private @Nullable Terms terms(Visit visit, Bench bench) {
        UUID account = bench.row().ref("account");
        if (account == null || !SeeCost.may(visit.actor())) {
            return null;
        }
        String region = records.find(access.system(), RelationshipTypes.ACCOUNT, account)
                .map(it -> it.text("region"))
                .orElse("");
        return prices.fitting(region, bench.currency(), LocalDate.now(Clock.systemUTC()))
                .orElse(null);
    }

    private static int number(@Nullable String text) {
        return text != null && text.matches("\\d{1,7}") ? Integer.parseInt(text) : 0;
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        if (text == null || text.length() != 36) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
    }
}
