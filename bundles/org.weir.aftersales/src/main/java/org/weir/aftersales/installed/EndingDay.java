package org.weir.aftersales.installed;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.web.api.DaySource;
import org.weir.web.api.Visit;

/** My day: warranties and service contracts of mine, and of accounts on whose team I am, that end within 60 days. */
@Component
public final class EndingDay implements DaySource {
    private static final int MOST = 50;

    private final Records records;
    private final EndsSoon soon;
    private final Clock clock;

    @Activate
    public EndingDay(@Reference Records records) {
        this(records, Clock.systemUTC());
    }

    EndingDay(Records records, Clock clock) {
        this.records = records;
        this.soon = new EndsSoon(records);
        this.clock = clock;
    }

    @Override
    public Text name() {
        return Text.of("installed.day");
    }

    @Override
    public int order() {
        return 600;
    }

    @Override
    public String permission() {
        return "installed-system:read";
    }

    @Override
    public List<Item> items(Visit visit) {
        Actor actor = visit.actor();
        LocalDate today = LocalDate.ofInstant(clock.instant(), actor.zone());
        List<Item> items = new ArrayList<>();
        List<Row> contracts = soon.contracts(actor, today);
        Map<UUID, String> customers = accounts(actor, contracts);
        contracts.forEach(it -> items.add(item(
                visit,
                it,
                "until",
                Text.of("service-contract.ends-for", customers.getOrDefault(it.ref("account"), "")),
                actor.may("service-contract:renew") ? "/act/renew" : "",
                Text.of("record.service-contract.action.renew"))));
        List<Row> systems = soon.warranties(actor, today);
        Map<UUID, String> accounts = accounts(actor, systems);
        systems.forEach(it -> items.add(item(
                visit,
                it,
                "warrantyUntil",
                Text.of("installed.warranty-ends-for", accounts.getOrDefault(it.ref("account"), "")),
                actor.may("installed-system:cover") ? "/act/cover" : "",
                Text.of("installed.offer-service"))));
        items.sort(Comparator.comparing(it -> Objects.requireNonNullElse(it.due(), Instant.MAX)));
        return items.size() > MOST ? items.subList(0, MOST) : items;
    }

    private Map<UUID, String> accounts(Actor actor, List<Row> rows) {
        return records.titles(
                actor,
                "account",
                rows.stream()
                        .map(it -> it.ref("account"))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
    }

    private static Item item(Visit visit, Row row, String field, Text detail, String act, Text verb) {
        LocalDate end = (LocalDate) Objects.requireNonNull(row.get(field));
        return new Item(
                Kind.SOON,
                end.atStartOfDay(visit.actor().zone()).toInstant(),
                String.valueOf(row.get("name")),
                detail,
                row.type().icon(),
                "/r/" + row.type().name() + "/" + row.id() + act,
                act.isEmpty() ? null : verb);
    }
}
