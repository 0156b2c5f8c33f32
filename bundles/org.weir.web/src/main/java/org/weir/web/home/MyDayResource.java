package org.weir.web.home;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.rest.api.Resource;
import org.weir.web.api.DaySource.Item;
import org.weir.web.api.Page;
import org.weir.web.api.Visit;
import org.weir.web.api.Visits;
import org.weir.web.home.GatherDay.Day;
import org.weir.web.home.GatherDay.Entry;
import org.weir.web.shell.Contributions;

/** {@code GET /api/my-day}: what the home page shows. */
@Component
public final class MyDayResource implements Resource {
    private final Visits visits;
    private final GatherDay gather;
    private final Clock clock;

    @Activate
    public MyDayResource(@Reference Visits visits, @Reference Contributions contributions) {
        this(visits, new GatherDay(contributions::days, Clock.systemUTC()), Clock.systemUTC());
    }

    MyDayResource(Visits visits, GatherDay gather, Clock clock) {
        this.visits = visits;
        this.gather = gather;
        this.clock = clock;
    }

    @Override
    public String path() {
        return "/my-day";
    }

    @Override
    public String name() {
        return "readMyDay";
    }

    @Override
    public Text summary() {
        return Text.of("web.day.summary");
    }

    @Override
    public String permission() {
        return Page.SIGNED_IN;
    }

    @Override
    public Map<String, ?> get(Ask ask) {
        Visit visit = visits.of(ask.actor());
        Day day = gather.gather(visit);
        List<Map<String, Object>> groups = new ArrayList<>();
        day.groups().forEach((kind, entries) -> {
            Map<String, Object> group = new LinkedHashMap<>();
            String name = kind.name().toLowerCase(Locale.ROOT);
            group.put("kind", name);
            group.put("title", Text.of("web.day." + name));
            group.put("items", entries.stream().map(MyDayResource::item).toList());
            groups.add(group);
        });
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("date", LocalDate.now(clock.withZone(ask.actor().zone())));
        answer.put("groups", groups);
        answer.put("failed", day.failed());
        return answer;
    }

    private static Map<String, Object> item(Entry entry) {
        Item item = entry.item();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("title", item.title());
        map.put("detail", item.detail());
        if (item.due() != null) {
            map.put("due", item.due());
        }
        map.put("href", item.href());
        map.put("verb", item.verb() == null ? Text.of("web.day.open") : item.verb());
        map.put("source", entry.source());
        return map;
    }
}
