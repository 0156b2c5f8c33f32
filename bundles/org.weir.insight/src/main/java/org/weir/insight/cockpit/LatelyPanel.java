package org.weir.insight.cockpit;

import gg.jte.Content;
import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.insight.jte.StaticTemplates;
import org.weir.records.api.Row;
import org.weir.records.api.Timeline;
import org.weir.web.api.CockpitPanel;
import org.weir.web.api.Visit;

/** What happened at the account lately. */
@Component
public final class LatelyPanel implements CockpitPanel {
    private static final int MOMENTS = 8;
    private static final int DETAIL = 140;

    private final Timeline timeline;
    private final Clock clock;

    @Activate
    public LatelyPanel(@Reference Timeline timeline) {
        this.timeline = timeline;
        this.clock = Clock.systemUTC();
    }

    /** A moment in the reader's words; {@code href} is empty when there is nothing to open. */
    public record Moment(
            String title, String detail, String by, String near, String full, String iso, String href, boolean dim) {}

    @Override
    public int order() {
        return 900;
    }

    @Override
    public boolean side() {
        return true;
    }

    @Override
    public Text title() {
        return Text.of("insight.lately");
    }

    @Override
    public String permission() {
        return "account:read";
    }

    @Override
    public Content show(Visit visit, Row account) {
        List<Moment> lines = timeline.of(visit.actor(), account, clock.instant(), MOMENTS).stream()
                .limit(MOMENTS)
                .map(it -> line(visit, it))
                .toList();
        return new StaticTemplates().insightCockpitLately(visit, lines, "/r/account/" + account.id() + "/tab/timeline");
    }

    private static Moment line(Visit visit, Timeline.Moment it) {
        String detail = it.detail().length() > DETAIL
                ? it.detail().substring(0, it.detail().offsetByCodePoints(0, DETAIL / 2)) + "…"
                : it.detail();
        return new Moment(
                visit.t(it.title()),
                detail,
                it.byName(),
                visit.time(it.at()),
                visit.fullTime(it.at()),
                it.at().toString(),
                it.kind().equals("record") ? "/r/" + it.type() + "/" + it.record() : "",
                it.kind().equals("change"));
    }
}
