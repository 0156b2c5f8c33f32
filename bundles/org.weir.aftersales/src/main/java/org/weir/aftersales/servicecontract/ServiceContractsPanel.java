package org.weir.aftersales.servicecontract;

import gg.jte.Content;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.aftersales.api.AftersalesTypes;
import org.weir.aftersales.jte.StaticTemplates;
import org.weir.base.api.Text;
import org.weir.records.api.Filter;
import org.weir.records.api.Formats;
import org.weir.records.api.Query;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.web.api.CockpitPanel;
import org.weir.web.api.Visit;

/** The service contracts of the customer, the one that ends first on top. */
@Component
public final class ServiceContractsPanel implements CockpitPanel {
    private static final int SHOWN = 6;
    private static final int SOON = 60;

    private final Records records;
    private final RecordTypes types;
    private final Formats formats;
    private final Clock clock;

    @Activate
    public ServiceContractsPanel(@Reference Records records, @Reference RecordTypes types, @Reference Formats formats) {
        this.records = records;
        this.types = types;
        this.formats = formats;
        this.clock = Clock.systemUTC();
    }

    /** @param tone of the mark: {@code plain, good, warn, bad} */
    public record Covered(
            String id, String name, String number, String sla, int systems, String fee, String mark, String tone) {}

    @Override
    public int order() {
        return 600;
    }

    @Override
    public boolean side() {
        return true;
    }

    @Override
    public Text title() {
        return Text.of("record.service-contract.many");
    }

    @Override
    public String permission() {
        return "service-contract:read";
    }

    @Override
    public Content show(Visit visit, Row account) {
        Query query = Query.all(AftersalesTypes.SERVICE_CONTRACT)
                .where(Filter.eq("account", account.id()))
                .limit(SHOWN);
        List<Row> rows = records.list(visit.actor(), query).rows();
        Map<UUID, String> slas = types.find(AftersalesTypes.SLA).isEmpty()
                ? Map.of()
                : records.titles(
                        visit.actor(),
                        AftersalesTypes.SLA,
                        rows.stream()
                                .map(it -> it.ref("sla"))
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
        LocalDate today = LocalDate.ofInstant(clock.instant(), visit.actor().zone());
        List<Covered> lines = new ArrayList<>();
        rows.forEach(it -> lines.add(line(visit, it, slas, today)));
        return new StaticTemplates().aftersalesServicecontractPanel(visit, lines);
    }

    private Covered line(Visit visit, Row row, Map<UUID, String> slas, LocalDate today) {
        UUID sla = row.ref("sla");
        LocalDate until = (LocalDate) row.get("until");
        boolean active = "active".equals(row.text("state"));
        String tone = !active || until == null
                ? "plain"
                : until.isBefore(today) ? "bad" : until.isBefore(today.plusDays(SOON)) ? "warn" : "good";
        String end = shown(visit, row, "until");
        return new Covered(
                row.id().toString(),
                String.valueOf(row.get("name")),
                Objects.requireNonNullElse(row.text("number"), ""),
                sla == null ? "" : slas.getOrDefault(sla, ""),
                row.refs("systems").size(),
                shown(visit, row, "fee"),
                active && until != null
                        ? visit.t("service-contract.until." + tone, end)
                        : visit.t("record.service-contract.state." + row.text("state")),
                tone);
    }

    private String shown(Visit visit, Row row, String field) {
        Object value = row.get(field);
        return value == null
                ? ""
                : formats.show(
                        row.type(),
                        Objects.requireNonNull(row.type().field(field)),
                        value,
                        visit.locale(),
                        visit.actor().zone());
    }
}
