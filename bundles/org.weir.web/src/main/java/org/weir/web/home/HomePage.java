package org.weir.web.home;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.weir.base.api.Text;
import org.weir.records.api.History.Entry;
import org.weir.records.api.RecordType;
import org.weir.web.api.HomeCard;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;
import org.weir.web.history.HistoryTab;
import org.weir.web.jte.StaticTemplates;
import org.weir.web.record.RecordPage;
import org.weir.web.shell.Contributions;
import org.weir.web.shell.Request;
import org.weir.web.shell.Services;

/** {@code /}: what waits for the reader today; beside it cards of all bundles, what one follows, what one looked at last. */
public final class HomePage implements Page {
    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int FOLLOWED = 12;

    private final Services services;
    private final Contributions contributions;
    private final GatherDay gather;

    public HomePage(Services services, Contributions contributions, GatherDay gather) {
        this.services = services;
        this.contributions = contributions;
        this.gather = gather;
    }

    /** @param failed what could not be asked, in the reader's language */
    public record DayView(String date, List<DrawDay.Group> groups, List<String> failed) {}

    public record Card(String title, Content content) {}

    public record Link(String title, String kind, String icon, String href) {}

    public record Change(String title, String href, String what, String who, String near, String full) {}

    @Override
    public String path() {
        return "/";
    }

    @Override
    public String permission() {
        return SIGNED_IN;
    }

    @Override
    public Reply get(Visit visit) {
        List<Card> cards = new ArrayList<>();
        for (HomeCard card : contributions.cards()) {
            if (card.permission().equals(SIGNED_IN) || visit.actor().may(card.permission())) {
                cards.add(new Card(visit.t(card.title()), RecordPage.contained(visit, () -> card.show(visit))));
            }
        }
        GatherDay.Day day = gather.gather(visit);
        DrawDay draw = new DrawDay(visit, services.clock());
        DayView view = new DayView(
                draw.date(),
                draw.groups(day),
                day.failed().stream().map(visit::t).toList());
        return new Reply.Show(
                Text.of("web.home"),
                List.of(),
                TEMPLATES.homePage(visit, view, cards, followed(visit), seen(visit), begin(visit)));
    }

    private List<Change> followed(Visit visit) {
        return services.history().followed(visit.actor(), FOLLOWED).stream()
                .map(it -> change(visit, it))
                .toList();
    }

    private static Change change(Visit visit, Entry entry) {
        return new Change(
                entry.title(),
                "/r/" + entry.type() + "/" + entry.record(),
                HistoryTab.what(visit, entry),
                entry.byName(),
                visit.time(entry.at()),
                visit.fullTime(entry.at()));
    }

    private List<Link> seen(Visit visit) {
        List<Seen.One> seen = Seen.read(((Request) visit).cookie(Seen.COOKIE));
        Map<String, List<UUID>> ids = new HashMap<>();
        seen.forEach(
                it -> ids.computeIfAbsent(it.type(), key -> new ArrayList<>()).add(it.id()));
        Map<UUID, String> titles = new HashMap<>();
        ids.forEach((type, some) -> {
            if (readable(visit, type)) {
                titles.putAll(services.records().titles(visit.actor(), type, some));
            }
        });
        List<Link> result = new ArrayList<>();
        for (Seen.One one : seen) {
            String title = titles.get(one.id());
            if (title != null) {
                RecordType type = services.types().get(one.type());
                result.add(new Link(title, visit.t(type.one()), type.icon(), "/r/" + one.type() + "/" + one.id()));
            }
        }
        return result;
    }

    private boolean readable(Visit visit, String type) {
        return services.types()
                .find(type)
                .filter(it -> visit.actor().may(it.permission("read")))
                .isPresent();
    }

    /** The lists one may open, for a home that is still empty. */
    private List<Link> begin(Visit visit) {
        return services.types().all().stream()
                .filter(it -> !it.section().isEmpty() && visit.actor().may(it.permission("read")))
                .map(it -> new Link(visit.t(it.many()), "", it.icon(), "/r/" + it.name()))
                .toList();
    }
}
