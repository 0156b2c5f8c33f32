package org.weir.relationship.touchpoint;

import gg.jte.Content;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.records.api.ComputedField.Badge;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.relationship.jte.StaticTemplates;
import org.weir.store.api.Database;
import org.weir.web.api.CockpitPanel;
import org.weir.web.api.Computed;
import org.weir.web.api.Visit;

/** Who of us stands for the account, when it was last seen, and how many of its people were met in the last 90 days. */
@Component
public final class CoveragePanel implements CockpitPanel {
    private static final Duration LATELY = Duration.ofDays(90);

    private final Database database;
    private final Records records;
    private final Clock clock;

    @Activate
    public CoveragePanel(@Reference(target = "(schema=relationship)") Database database, @Reference Records records) {
        this.database = database;
        this.records = records;
        this.clock = Clock.systemUTC();
    }

    /** A line of the team: {@code face} empty when nobody holds the part. */
    public record Line(String face, String text, String tone) {}

    private record Met(long people, long met) {}

    @Override
    public int order() {
        return 100;
    }

    @Override
    public boolean side() {
        return true;
    }

    @Override
    public Text title() {
        return Text.of("touchpoint.coverage");
    }

    @Override
    public String permission() {
        return "touchpoint:read";
    }

    @Override
    public Content show(Visit visit, Row account) {
        Map<String, Object> computed = Computed.of(visit, records, account, List.of("triangle", "lastSeen"));
        List<Line> team = new ArrayList<>();
        for (Badge it : badges(computed.get("triangle"))) {
            boolean face = it.tone().equals("face");
            team.add(new Line(face ? visit.t(it.label()) : "", visit.t(it.hint()), face ? "plain" : "bad"));
        }
        List<Line> seen = badges(computed.get("lastSeen")).stream()
                .map(it -> new Line("", visit.t(it.label()), it.tone()))
                .toList();
        Met met = met(account);
        return new StaticTemplates()
                .relationshipTouchpointCoverage(visit, account.id().toString(), team, seen, met.people(), met.met());
    }

    private static List<Badge> badges(@org.jspecify.annotations.Nullable Object computed) {
        return computed instanceof List<?> many
                ? many.stream()
                        .filter(Badge.class::isInstance)
                        .map(Badge.class::cast)
                        .toList()
                : List.of();
    }

    private Met met(Row account) {
        return database.read(handle -> handle.createQuery("""
                        select count(distinct e.person) as people, count(distinct m.val) as met
                        from relationship.employment e left join (
                          select t.val from relationship.touchpoint_theirs t
                          join relationship.touchpoint p on p.id = t.id
                          where p.account = :account and p.held_at >= :since and p.held_at <= :now
                        ) m on m.val = e.person
                        where e.account = :account and e.until is null
                        """)
                .bind("account", account.id())
                .bind("since", clock.instant().minus(LATELY))
                .bind("now", clock.instant())
                .map((row, context) -> new Met(row.getLong("people"), row.getLong("met")))
                .one());
    }
}
