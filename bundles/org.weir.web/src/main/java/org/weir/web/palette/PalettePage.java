package org.weir.web.palette;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.weir.access.api.Actor;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Action;
import org.weir.records.api.RecordType;
import org.weir.records.api.Row;
import org.weir.search.api.Search;
import org.weir.search.api.Search.Hit;
import org.weir.search.api.Search.Piece;
import org.weir.search.api.Search.Quick;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;
import org.weir.web.jte.StaticTemplates;
import org.weir.web.shell.Navigation;
import org.weir.web.shell.Request;
import org.weir.web.shell.Services;
import org.weir.web.shell.Urls;

/**
 * {@code /palette?q=&here=&ids=}: pages, actions for what is open or selected, and records by title, as far as one may.
 * {@code >} actions, {@code /} pages, {@code @} people, {@code #} record types.
 */
public final class PalettePage implements Page {
    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int PER_TYPE = 5;
    private static final int MOST_HITS = 20;
    private static final int MOST_QUERY = 100;
    private static final String PEOPLE = "person";

    private final Services services;
    private final Navigation navigation;
    private final Supplier<Search> search;

    public PalettePage(Services services, Navigation navigation, Supplier<Search> search) {
        this.services = services;
        this.navigation = navigation;
        this.search = search;
    }

    /**
     * @param label in pieces, of which some may be marked; {@code detail} beside it likewise
     * @param key the shortcut; may be empty
     */
    public record Option(List<Piece> label, List<Piece> detail, String icon, String href, String key) {
        public Option(String label, String detail, String icon, String href, String key) {
            this(List.of(new Piece(label, false)), plain(detail), icon, href, key);
        }

        private static List<Piece> plain(String text) {
            return text.isEmpty() ? List.of() : List.of(new Piece(text, false));
        }

        String plain() {
            return label.stream().map(Piece::text).collect(Collectors.joining());
        }
    }

    public record Group(String label, List<Option> options) {}

    @Override
    public String path() {
        return "/palette";
    }

    @Override
    public String permission() {
        return SIGNED_IN;
    }

    @Override
    public Reply get(Visit visit) {
        String typed = Objects.requireNonNullElse(visit.param("q"), "").strip();
        String q = typed.length() > MOST_QUERY ? typed.substring(0, MOST_QUERY) : typed;
        char prefix = q.isEmpty() ? ' ' : q.charAt(0);
        String rest = ">/@#".indexOf(prefix) >= 0 ? q.substring(1).strip() : q;
        List<Group> groups = new ArrayList<>();
        switch (prefix) {
            case '>' -> add(groups, visit.t("web.palette.group.actions"), actions(visit, rest));
            case '/' -> add(groups, visit.t("web.palette.group.pages"), pages(visit, rest));
            case '#' -> add(groups, visit.t("web.palette.group.types"), types(visit, rest));
            case '@' -> people(visit, rest, groups);
            default -> everything(visit, rest, groups);
        }
        List<Group> shown = groups;
        if (visit.htmx() || !wantsPage(visit)) {
            return new Reply.Fragment(TEMPLATES.paletteOptions(visit, shown));
        }
        return new Reply.Show(Text.of("web.search"), List.of(), TEMPLATES.palettePage(visit, q, shown));
    }

    /** Without scripts the palette is a page. */
    private static boolean wantsPage(Visit visit) {
        return visit.param("here") == null;
    }

    /** A page that is called so comes first, then records, then what can be done, then other pages. */
    private void everything(Visit visit, String q, List<Group> groups) {
        List<Option> pages = pages(visit, q);
        List<Option> called = q.isEmpty()
                ? List.of()
                : pages.stream().filter(it -> begins(it.plain(), q)).toList();
        add(groups, visit.t("web.palette.group.pages"), called);
        if (!q.isEmpty()) {
            records(visit, q, groups);
        }
        add(groups, visit.t("web.palette.group.actions"), actions(visit, q));
        List<Option> others = pages.stream().filter(it -> !called.contains(it)).toList();
        add(groups, visit.t("web.palette.group.pages"), others);
    }

    private static boolean begins(String label, String q) {
        return label.toLowerCase(Locale.ROOT).startsWith(q.toLowerCase(Locale.ROOT));
    }

    private static void add(List<Group> groups, String label, List<Option> options) {
        if (!options.isEmpty()) {
            groups.add(new Group(label, options));
        }
    }

    private static boolean fits(String label, String q) {
        return label.toLowerCase(Locale.ROOT).contains(q.toLowerCase(Locale.ROOT));
    }

    private List<RecordType> readable(Actor actor) {
        return services.types().all().stream()
                .filter(it -> actor.may(it.permission("read")))
                .toList();
    }

    private void records(Visit visit, String q, List<Group> groups) {
        Quick wish = new Quick(q, Set.of(), PER_TYPE, MOST_HITS);
        groups.addAll(hits(visit, search.get().quick(visit.actor(), wish)));
        Option all = new Option(
                visit.t("search.all", q),
                "",
                "search",
                Urls.of("/search").with("q", q).toString(),
                "");
        add(groups, visit.t("web.search"), List.of(all));
    }

    private static List<Group> hits(Visit visit, List<Hit> hits) {
        Map<String, Group> groups = new LinkedHashMap<>();
        for (Hit hit : hits) {
            groups.computeIfAbsent(hit.kind(), it -> new Group(visit.t(hit.label()), new ArrayList<>()))
                    .options()
                    .add(option(hit));
        }
        return List.copyOf(groups.values());
    }

    /** Beside the title what tells it apart, or where the words are when they are not in the title. */
    private static Option option(Hit hit) {
        List<Piece> detail = hit.excerpt().isEmpty() ? Option.plain(hit.detail()) : hit.excerpt();
        return new Option(hit.title(), detail, hit.icon(), hit.href(), "");
    }

    private List<Option> found(Visit visit, RecordType type, String q) {
        return services.records().lookup(visit.actor(), type.name(), q, PER_TYPE).stream()
                .map(it -> new Option(it.title(), it.detail(), type.icon(), "/r/" + type.name() + "/" + it.id(), ""))
                .toList();
    }

    private void people(Visit visit, String q, List<Group> groups) {
        if (q.isEmpty()) {
            services.types()
                    .find(PEOPLE)
                    .filter(it -> visit.actor().may(it.permission("read")))
                    .ifPresent(it -> add(groups, visit.t(it.many()), found(visit, it, q)));
        } else {
            Quick people = new Quick(q, Set.of(PEOPLE), MOST_HITS, MOST_HITS);
            groups.addAll(hits(visit, search.get().quick(visit.actor(), people)));
        }
        List<Option> colleagues = services.directory().findPeople(q, PER_TYPE).stream()
                .map(it -> new Option(it.name(), it.login(), "user", "/r/account?filter=owner==" + it.id(), ""))
                .toList();
        add(groups, visit.t("web.palette.group.colleagues"), colleagues);
    }

    private List<Option> types(Visit visit, String q) {
        return readable(visit.actor()).stream()
                .map(it -> new Option(visit.t(it.many()), "", it.icon(), "/r/" + it.name(), ""))
                .filter(it -> fits(it.plain(), q))
                .toList();
    }

    private List<Option> pages(Visit visit, String q) {
        List<Option> result = new ArrayList<>();
        result.add(new Option(visit.t("web.home"), "", "house", "/", "g h"));
        navigation
                .lines(visit.actor())
                .forEach((section, lines) -> lines.forEach(
                        it -> result.add(new Option(visit.t(it.label()), visit.t(section), it.icon(), it.href(), ""))));
        result.add(new Option(visit.t("web.jobs"), "", "clock", "/jobs", ""));
        result.add(new Option(visit.t("web.account"), "", "settings", "/account", ""));
        result.add(new Option(visit.t("web.password"), "", "key-round", "/password", ""));
        return result.stream().filter(it -> fits(it.plain(), q)).toList();
    }

    private List<Option> actions(Visit visit, String q) {
        Map<String, Option> result = new LinkedHashMap<>();
        here(visit).forEach(it -> result.put(it.href(), it));
        for (RecordType type : readable(visit.actor())) {
            String base = "/r/" + type.name();
            if (visit.actor().may(type.permission("create")) && !type.section().isEmpty()) {
                put(result, visit.t("web.new-one", visit.t(type.one())), "plus", base + "/new");
            }
            if (visit.actor().may(type.permission("import")) && !type.section().isEmpty()) {
                put(result, visit.t("web.import-many", visit.t(type.many())), "upload", base + "/import");
            }
        }
        return result.values().stream().filter(it -> fits(it.plain(), q)).toList();
    }

    private static void put(Map<String, Option> result, String label, String icon, String href) {
        result.putIfAbsent(href, new Option(label, "", icon, href, ""));
    }

    /** What can be done with the record that is open, or the rows that are selected. */
    private List<Option> here(Visit visit) {
        String here = Objects.requireNonNullElse(visit.param("here"), "");
        int query = here.indexOf('?');
        String[] parts = (query < 0 ? here : here.substring(0, query)).split("/");
        if (parts.length < 3 || !parts[1].equals("r")) {
            return List.of();
        }
        RecordType type = services.types().find(parts[2]).orElse(null);
        if (type == null) {
            return List.of();
        }
        List<Option> result = new ArrayList<>();
        selected(visit, type, result);
        if (parts.length > 3 && parts[3].length() == 36) {
            open(visit, type, parts[3], result);
        }
        return result;
    }

    private void selected(Visit visit, RecordType type, List<Option> result) {
        String ids = Objects.requireNonNullElse(visit.param("ids"), "");
        if (ids.isBlank()) {
            return;
        }
        int count = ids.split(",").length;
        for (Action action : services.actions().at(visit.actor(), type.name(), Action.Place.SELECTION)) {
            Urls url = Urls.of("/r/" + type.name() + "/act/" + action.name());
            StringBuilder href = new StringBuilder(url.toString());
            char separator = '?';
            for (String id : ids.split(",")) {
                href.append(separator).append("id=").append(Request.id(id.strip()));
                separator = '&';
            }
            result.add(new Option(label(visit, action), visit.t("web.on-records", count), "play", href.toString(), ""));
        }
    }

    private void open(Visit visit, RecordType type, String id, List<Option> result) {
        try {
            Row row = services.records().read(visit.actor(), type.name(), UUID.fromString(id));
            String own = "/r/" + type.name() + "/" + id;
            if (services.records().offers(visit.actor(), "update", row)) {
                result.add(new Option(visit.t("web.edit"), "", "pencil", own + "/edit", "e"));
            }
            for (Action action : services.actions().on(visit.actor(), row)) {
                result.add(new Option(label(visit, action), "", "play", own + "/act/" + action.name(), ""));
            }
        } catch (ProblemException | IllegalArgumentException notThere) {
            result.clear();
        }
    }

    private static String label(Visit visit, Action action) {
        return visit.t("record." + action.type() + ".action." + action.name());
    }
}
