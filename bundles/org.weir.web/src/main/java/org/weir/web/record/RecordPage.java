package org.weir.web.record;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import org.weir.base.api.ProblemException;
import org.weir.records.api.Filter;
import org.weir.records.api.Query;
import org.weir.records.api.RecordType;
import org.weir.records.api.RecordTypes.Inverse;
import org.weir.records.api.Records.Count;
import org.weir.records.api.Row;
import org.weir.web.api.Page;
import org.weir.web.api.RecordTab;
import org.weir.web.api.Reply;
import org.weir.web.api.Reply.Crumb;
import org.weir.web.api.Visit;
import org.weir.web.history.HistoryTab;
import org.weir.web.jte.StaticTemplates;
import org.weir.web.list.MakeList;
import org.weir.web.shell.Contributions;
import org.weir.web.shell.Request;
import org.weir.web.shell.Services;

/** {@code /r/TYPE/ID}: what is known of one record, in tabs. */
public final class RecordPage {
    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int COUNT_CAP = 99;
    private static final int LATELY = 6;
    private static final String OVERVIEW = "overview";

    private final Services services;
    private final Contributions contributions;
    private final Describe describe;
    private final MakeList makeList;
    private final HistoryTab history;
    private final TimelineTab timeline;

    public RecordPage(Services services, Contributions contributions, MakeList makeList) {
        this.services = services;
        this.contributions = contributions;
        this.describe = new Describe(services, contributions);
        this.makeList = makeList;
        this.history = new HistoryTab(services);
        this.timeline = new TimelineTab(services, describe);
    }

    /** Draws something contributed at once; its failure stays inside its box. */
    public static Content contained(Visit visit, Piece piece) {
        return Describe.contained(visit, piece);
    }

    /** The overview, and each other tab under {@code /tab/NAME}. */
    public List<Page> pages() {
        return List.of(new At("/r/{type}/{id}", false), new At("/r/{type}/{id}/tab/{tab}", true), new PanelAt());
    }

    private final class At implements Page {
        private final String path;
        private final boolean tab;

        At(String path, boolean tab) {
            this.path = path;
            this.tab = tab;
        }

        @Override
        public String path() {
            return path;
        }

        @Override
        public String permission() {
            return SIGNED_IN;
        }

        @Override
        public Reply get(Visit visit) {
            Row row = services.records().read(visit.actor(), type(visit).name(), visit.pathId("id"));
            return show(visit, row, tab ? visit.path("tab") : "");
        }
    }

    private final class PanelAt implements Page {
        @Override
        public String path() {
            return "/r/{type}/{id}/panel";
        }

        @Override
        public String permission() {
            return SIGNED_IN;
        }

        @Override
        public Reply get(Visit visit) {
            return new Reply.Fragment(panel(visit, type(visit), visit.pathId("id")));
        }
    }

    private RecordType type(Visit visit) {
        return services.types().get(visit.path("type"));
    }

    private Reply show(Visit visit, Row row, String tab) {
        List<RecordTab> contributed = contributed(visit, row.type());
        String at = tab.isEmpty() ? first(contributed) : tab;
        boolean overview = at.equals(OVERVIEW);
        if (visit.htmx() && "list".equals(((Request) visit).header("HX-Target"))) {
            return new Reply.Fragment(
                    overview ? overview(visit, describe.know(visit, row)) : body(visit, row, contributed, at));
        }
        Supplier<RecordView.Tabs> tabs = visit.meanwhile(() -> tabs(visit, row, contributed, at));
        Supplier<Describe.Known> knowing =
                visit.meanwhile(() -> overview ? describe.know(visit, row) : describe.knowHead(visit, row));
        Content body = overview ? overview(visit, knowing.get()) : body(visit, row, contributed, at);
        ((Request) visit).remember(row.type().name(), row.id());
        RecordView view = view(visit, knowing.get(), tabs.get(), body);
        RecordType type = row.type();
        List<Crumb> crumbs = new ArrayList<>();
        crumbs.add(new Crumb(type.many(), "/r/" + type.name()));
        return new Reply.Show(Describe.plain(view.title()), crumbs, TEMPLATES.recordPage(view));
    }

    private RecordView view(Visit visit, Describe.Known known, RecordView.Tabs tabs, Content body) {
        Row row = known.row();
        RecordType type = row.type();
        String url = "/r/" + type.name() + "/" + row.id();
        return new RecordView(
                visit,
                type.name(),
                row.id().toString(),
                type.icon(),
                known.values().title(row),
                row.version(),
                describe.facts(known),
                describe.acts(visit, row),
                services.records().offers(visit.actor(), "update", row) ? url + "/edit" : "",
                services.records().offers(visit.actor(), "delete", row) ? url + "/delete" : "",
                services.conversation().follows(visit.actor(), row),
                tabs,
                body);
    }

    /** The tab that stands at the record's own address. */
    private static String first(List<RecordTab> contributed) {
        return contributed.isEmpty() || contributed.get(0).order() >= 0
                ? OVERVIEW
                : contributed.get(0).name();
    }

    private RecordView.Tabs tabs(Visit visit, Row row, List<RecordTab> contributed, String now) {
        String url = "/r/" + row.type().name() + "/" + row.id();
        ArrangeTabs tabs = new ArrangeTabs();
        String first = first(contributed);
        tabs.add(
                ArrangeTabs.OWN_FIELDS,
                new RecordView.Tab(
                        visit.t("web.tab.overview"),
                        first.equals(OVERVIEW) ? url : url + "/tab/" + OVERVIEW,
                        now.equals(OVERVIEW),
                        ""));
        List<Inverse> inverses = inverses(visit, row.type());
        List<Count> counts = services.records()
                .counts(
                        visit.actor(),
                        inverses.stream()
                                .map(it -> Query.all(it.type().name()).where(pointingAt(it, row.id())))
                                .toList(),
                        COUNT_CAP);
        for (int i = 0; i < inverses.size(); i++) {
            Inverse inverse = inverses.get(i);
            String name = "related-" + inverse.name();
            tabs.addList(
                    inverse.type(),
                    new RecordView.Tab(
                            visit.t("record." + row.type().name() + ".inverse." + inverse.name()),
                            url + "/tab/" + name,
                            now.equals(name),
                            shown(counts.get(i))));
        }
        contributed.forEach(
                it -> tabs.add(it.order(), tab(visit, row, it, it.name().equals(first) ? url : "", now)));
        tabs.addLast(
                new RecordView.Tab(visit.t("web.tab.timeline"), url + "/tab/timeline", now.equals("timeline"), ""));
        tabs.addLast(new RecordView.Tab(visit.t("web.tab.history"), url + "/tab/history", now.equals("history"), ""));
        return tabs.arranged();
    }

    private static RecordView.Tab tab(Visit visit, Row row, RecordTab tab, String address, String now) {
        String url = "/r/" + row.type().name() + "/" + row.id() + "/tab/" + tab.name();
        OptionalLong count = countOf(visit, row, tab);
        return new RecordView.Tab(
                visit.t(tab.label()),
                address.isEmpty() ? url : address,
                now.equals(tab.name()),
                count.isPresent() ? String.valueOf(count.getAsLong()) : "");
    }

    private static OptionalLong countOf(Visit visit, Row row, RecordTab tab) {
        try {
            return tab.count(visit, row);
        } catch (RuntimeException | LinkageError saidByItsTab) {
            return OptionalLong.empty();
        }
    }

    private static String shown(Count count) {
        return count.number() == 0 ? "" : count.number() + (count.capped() ? "+" : "");
    }

    private List<Inverse> inverses(Visit visit, RecordType type) {
        return services.types().inverses(type).stream()
                .filter(it -> visit.actor().may(it.type().permission("read")))
                .toList();
    }

    private List<RecordTab> contributed(Visit visit, RecordType type) {
        return contributions.tabs(type.name()).stream()
                .filter(it ->
                        it.permission().equals(Page.SIGNED_IN) || visit.actor().may(it.permission()))
                .toList();
    }

    private static Filter pointingAt(Inverse inverse, UUID id) {
        return Filter.eq(inverse.field().name(), id);
    }

    private Content body(Visit visit, Row row, List<RecordTab> contributed, String tab) {
        if (tab.equals("timeline")) {
            return timeline.show(visit, row);
        }
        if (tab.equals("history")) {
            return history.show(visit, row);
        }
        for (Inverse inverse : inverses(visit, row.type())) {
            if (tab.equals("related-" + inverse.name())) {
                return related(visit, row, inverse);
            }
        }
        return contributed.stream()
                .filter(it -> it.name().equals(tab))
                .findFirst()
                .map(it -> Describe.contained(visit, () -> it.show(visit, row)))
                .orElseThrow(ProblemException::notFound);
    }

    private Content related(Visit visit, Row row, Inverse inverse) {
        String path = "/r/" + row.type().name() + "/" + row.id() + "/tab/related-" + inverse.name();
        String title = visit.t("record." + row.type().name() + ".inverse." + inverse.name());
        MakeList.Place place = new MakeList.Place(
                path,
                title,
                pointingAt(inverse, row.id()),
                inverse.field(),
                row.id().toString());
        return TEMPLATES.listNested(makeList.make(visit, inverse.type(), place, false, null));
    }

    private Content overview(Visit visit, Describe.Known known) {
        return TEMPLATES.recordOverview(overviewOf(visit, known, LATELY));
    }

    private RecordView.Overview overviewOf(Visit visit, Describe.Known known, int moments) {
        Row row = known.row();
        String type = row.type().name();
        return new RecordView.Overview(
                visit,
                "/r/" + type + "/" + row.id(),
                describe.sections(visit, known),
                describe.computed(known),
                describe.boxes(visit, row),
                services.timeline().of(visit.actor(), row, null, moments).stream()
                        .map(it -> describe.moment(visit, it))
                        .toList(),
                services.conversation().comments(visit.actor(), row),
                describe.made(visit, known));
    }

    /** The record at the side of a list. */
    public Content panel(Visit visit, RecordType type, UUID id) {
        Row row = services.records().read(visit.actor(), type.name(), id);
        Describe.Known known = describe.know(visit, row);
        return TEMPLATES.recordPanel(
                view(visit, known, RecordView.Tabs.NONE, output -> {}), overviewOf(visit, known, LATELY));
    }
}
