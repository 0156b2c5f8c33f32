package org.weir.web.search;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.base.api.Texts;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.rest.api.Operation;
import org.weir.rest.api.Reply;
import org.weir.search.api.Search;
import org.weir.search.api.Search.Answer;
import org.weir.search.api.Search.Hit;
import org.weir.search.api.Search.Piece;
import org.weir.web.api.Page;
import org.weir.web.shell.Contributions;

/** {@code GET /api/search?q=&kind=&limit=&skip=}: what the page of results shows. */
@Component
public final class SearchOperation implements Operation {
    private static final int USUAL = 25;
    private static final int MOST = 100;
    private static final int LAST = 1_000;

    private final Supplier<Search> search;
    private final Texts texts;

    @Activate
    public SearchOperation(
            @Reference Contributions contributions,
            @Reference RecordTypes types,
            @Reference Records records,
            @Reference Texts texts) {
        LookUp otherwise = new LookUp(types, records);
        this.search = () -> contributions.search().orElse(otherwise);
        this.texts = texts;
    }

    /**
     * @param count how many were found; more when {@code more}
     * @param near nothing has the words as written; these are written nearly so
     * @param state {@code ready, building} or {@code away}
     */
    public record Results(
            List<Result> items, List<KindCount> kinds, int count, boolean more, boolean near, String state) {}

    /** @param excerpt where the words are, unless they are in the title */
    public record Result(
            String kind, UUID id, String title, String detail, List<Part> marked, List<Part> excerpt, String href) {}

    /** A part of a text; {@code hit} when it was sought. */
    public record Part(String text, boolean hit) {}

    public record KindCount(String kind, String label, int count, boolean more) {}

    @Override
    public Method method() {
        return Method.GET;
    }

    @Override
    public String path() {
        return "/search";
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public Text summary() {
        return Text.of("search.api");
    }

    @Override
    public String permission() {
        return Page.SIGNED_IN;
    }

    @Override
    public List<Param> params() {
        return List.of(
                new Param("q", "string"),
                new Param("kind", "string"),
                new Param("limit", "integer"),
                new Param("skip", "integer"));
    }

    @Override
    public Output output() {
        return Output.json(200, Results.class);
    }

    @Override
    public List<Integer> refuses() {
        return List.of();
    }

    @Override
    public Reply call(Ask ask) {
        String q = Objects.requireNonNullElse(ask.param("q"), "");
        String kind = Objects.requireNonNullElse(ask.param("kind"), "");
        int limit = number("limit", ask.param("limit"), 1, MOST, USUAL);
        int skip = number("skip", ask.param("skip"), 0, LAST, 0);
        Answer answer = search.get()
                .find(ask.actor(), new Search.Ask(q, kind.isEmpty() ? Set.of() : Set.of(kind), 0, limit, skip));
        return Reply.json(new Results(
                answer.hits().stream().map(SearchOperation::result).toList(),
                answer.facets().stream()
                        .map(it -> new KindCount(
                                it.kind(),
                                texts.text(ask.locale(), it.label()),
                                it.count().number(),
                                it.count().capped()))
                        .toList(),
                answer.found().number(),
                answer.found().capped(),
                answer.near(),
                answer.state().name().toLowerCase(Locale.ROOT)));
    }

    private static Result result(Hit hit) {
        return new Result(
                hit.kind(),
                hit.id(),
                hit.plainTitle(),
                hit.detail(),
                parts(hit.title()),
                parts(hit.excerpt()),
                hit.href());
    }

    private static List<Part> parts(List<Piece> pieces) {
        return pieces.stream().map(it -> new Part(it.text(), it.marked())).toList();
    }

    private static int number(String name, @Nullable String given, int least, int most, int usual) {
        if (given == null || given.isBlank()) {
            return usual;
        }
        if (!given.matches("[0-9]{1,6}") || Integer.parseInt(given) < least || Integer.parseInt(given) > most) {
            throw ProblemException.badRequest(Text.of("search.number", name, least, most));
        }
        return Integer.parseInt(given);
    }
}
