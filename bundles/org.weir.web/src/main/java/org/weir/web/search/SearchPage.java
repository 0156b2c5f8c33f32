package org.weir.web.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Text;
import org.weir.search.api.Search;
import org.weir.search.api.Search.Answer;
import org.weir.search.api.Search.Ask;
import org.weir.search.api.Search.Count;
import org.weir.search.api.Search.Facet;
import org.weir.search.api.Search.Hit;
import org.weir.search.api.Search.State;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;
import org.weir.web.jte.StaticTemplates;
import org.weir.web.shell.Urls;

/** {@code /search?q=&kind=&page=}: the best few of each kind; of one kind all, page by page. */
public final class SearchPage implements Page {
    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int PER_KIND = 5;
    private static final int PER_PAGE = 25;
    private static final int MOST = 100;

    private final Supplier<Search> search;

    public SearchPage(Supplier<Search> search) {
        this.search = search;
    }

    /** @param more leads to all of the kind; empty when all are shown */
    public record Group(String kind, String label, String count, List<Hit> hits, String more) {}

    /** @param href shows this kind only */
    public record Choice(String label, String count, String href, boolean current) {}

    /**
     * @param near nothing has the words as written
     * @param building not everything is indexed
     * @param earlier empty at the beginning; {@code later} at the end
     */
    public record View(
            String q,
            List<Choice> choices,
            List<Group> groups,
            boolean near,
            boolean building,
            String earlier,
            String later) {}

    @Override
    public String path() {
        return "/search";
    }

    @Override
    public String permission() {
        return SIGNED_IN;
    }

    @Override
    public Reply get(Visit visit) {
        String q = Objects.requireNonNullElse(visit.param("q"), "").strip();
        String kind = Objects.requireNonNullElse(visit.param("kind"), "");
        View view = q.isEmpty()
                ? new View(q, List.of(), List.of(), false, false, "", "")
                : kind.isEmpty() ? ofAll(visit, q) : ofOne(visit, q, kind);
        return new Reply.Show(Text.of("web.search"), List.of(), TEMPLATES.searchPage(visit, view));
    }

    private View ofAll(Visit visit, String q) {
        Answer answer = search.get().find(visit.actor(), new Ask(q, Set.of(), PER_KIND, MOST, 0));
        return new View(
                q,
                choices(visit, q, "", answer),
                groups(visit, q, answer),
                answer.near(),
                answer.state() != State.READY,
                "",
                "");
    }

    private View ofOne(Visit visit, String q, String kind) {
        int page = page(visit.param("page"));
        Ask ask = new Ask(q, Set.of(kind), 0, PER_PAGE, (page - 1) * PER_PAGE);
        Answer answer = search.get().find(visit.actor(), ask);
        List<Group> groups = answer.hits().isEmpty()
                ? List.of()
                : List.of(new Group(
                        kind, visit.t(answer.hits().get(0).label()), count(visit, answer.found()), answer.hits(), ""));
        boolean more = page * PER_PAGE < answer.found().number();
        return new View(
                q,
                choices(visit, q, kind, answer),
                groups,
                answer.near(),
                answer.state() != State.READY,
                page > 1 ? at(q, kind, page - 1) : "",
                more ? at(q, kind, page + 1) : "");
    }

    private static int page(@Nullable String given) {
        return given == null || !given.matches("[1-9][0-9]{0,2}") ? 1 : Integer.parseInt(given);
    }

    private static String at(String q, String kind, int page) {
        return Urls.of("/search")
                .with("q", q)
                .with("kind", kind)
                .with("page", page == 1 ? "" : Integer.toString(page))
                .toString();
    }

    private static String count(Visit visit, Count count) {
        return count.capped() ? visit.t("search.more-than", count.number()) : visit.t("web.as-is", count.number());
    }

    private static List<Choice> choices(Visit visit, String q, String kind, Answer answer) {
        List<Choice> choices = new ArrayList<>();
        if (!answer.facets().isEmpty()) {
            int sum =
                    answer.facets().stream().mapToInt(it -> it.count().number()).sum();
            boolean capped = answer.facets().stream().anyMatch(it -> it.count().capped());
            String all = count(visit, new Count(sum, capped));
            choices.add(new Choice(visit.t("search.everything"), all, at(q, "", 1), kind.isEmpty()));
        }
        for (Facet facet : answer.facets()) {
            boolean current = facet.kind().equals(kind);
            choices.add(
                    new Choice(visit.t(facet.label()), count(visit, facet.count()), at(q, facet.kind(), 1), current));
        }
        return choices;
    }

    /** In the order of their best. */
    private static List<Group> groups(Visit visit, String q, Answer answer) {
        Map<String, List<Hit>> byKind = new LinkedHashMap<>();
        answer.hits().forEach(it -> byKind.computeIfAbsent(it.kind(), kind -> new ArrayList<>())
                .add(it));
        Map<String, Count> counts = new LinkedHashMap<>();
        answer.facets().forEach(it -> counts.put(it.kind(), it.count()));
        List<Group> groups = new ArrayList<>();
        byKind.forEach((kind, hits) -> {
            Count count = counts.getOrDefault(kind, new Count(hits.size(), false));
            String more = count.number() > hits.size() || count.capped() ? at(q, kind, 1) : "";
            groups.add(new Group(kind, visit.t(hits.get(0).label()), count(visit, count), hits, more));
        });
        return groups;
    }
}
