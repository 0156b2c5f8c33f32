package org.weir.aftersales.installed;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.aftersales.installed.Archive.Place;
import org.weir.aftersales.installed.Archive.Seal;
import org.weir.aftersales.installed.Archive.SystemNode;
import org.weir.aftersales.installed.Archive.UnitLine;
import org.weir.records.api.Filter;
import org.weir.records.api.Filter.Condition;
import org.weir.records.api.Filter.Op;
import org.weir.records.api.Formats;
import org.weir.records.api.Query;
import org.weir.records.api.Records;
import org.weir.records.api.Records.Count;
import org.weir.records.api.Records.PageOfRows;
import org.weir.records.api.Row;
import org.weir.web.api.Visit;

/** Puts the systems and units that the reader may see into a tree by site, a page of systems at a time. */
final class ReadArchive {
    private static final int SYSTEMS = 40;
    private static final int PAGE = 500;
    private static final int COUNTED = 9_999;

    private final Records records;
    private final Formats formats;
    private final OpenTickets tickets;
    private final Clock clock;

    ReadArchive(Records records, Formats formats, OpenTickets tickets, Clock clock) {
        this.records = records;
        this.formats = formats;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** @param path the tab's own address, to page on; {@code which} narrows systems and units alike */
    Archive read(Visit visit, String path, Condition which) {
        Actor actor = visit.actor();
        Query query = new Query(
                "installed-system", which, "", List.of(), SYSTEMS, visit.param("after"), visit.param("before"));
        PageOfRows page = records.list(actor, query);
        List<UUID> ids = page.rows().stream().map(Row::id).toList();
        Map<UUID, List<Row>> units = unitsOf(actor, ids);
        OpenTickets.Count open = tickets.count(actor, which);
        LocalDate today = LocalDate.ofInstant(clock.instant(), actor.zone());
        Draw draw = new Draw(visit, today, open, units);
        List<Place> places = draw.places(page.rows(), sites(actor, page.rows()));
        List<Count> counts =
                records.counts(actor, List.of(Query.all("installed-system").where(which), inService(which)), COUNTED);
        return new Archive(
                places,
                counts.get(0).number(),
                counts.get(1).number(),
                draw.warnings(),
                link(path, "after", page.next()),
                link(path, "before", page.previous()),
                actor.may("installed-system:create") ? "/r/installed-system/new" : "");
    }

    private static Query inService(Condition which) {
        return Query.all("unit").where(which).where(Filter.eq("state", "in-service"));
    }

    private static String link(String path, String parameter, @Nullable String cursor) {
        return cursor == null
                ? ""
                : path + "?" + parameter + "="
                        + java.net.URLEncoder.encode(cursor, java.nio.charset.StandardCharsets.UTF_8);
    }

    private Map<UUID, String> sites(Actor actor, Collection<Row> systems) {
        return records.titles(
                actor,
                "site",
                systems.stream()
                        .map(it -> it.ref("site"))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
    }

    private Map<UUID, List<Row>> unitsOf(Actor actor, List<UUID> systems) {
        Map<UUID, List<Row>> found = new HashMap<>();
        if (systems.isEmpty()) {
            return found;
        }
        Filter of = new Condition(
                "system", Op.IN, systems.stream().map(UUID::toString).toList());
        String after = null;
        do {
            PageOfRows page = records.list(actor, new Query("unit", of, "", List.of(), PAGE, after, null));
            page.rows().forEach(it -> found.computeIfAbsent(
                            Objects.requireNonNull(it.ref("system")), key -> new ArrayList<>())
                    .add(it));
            after = page.next();
        } while (after != null);
        return found;
    }

    /** What is drawn for one reader on one day. */
    private final class Draw {
        private final Visit visit;
        private final LocalDate today;
        private final OpenTickets.Count open;
        private final Map<UUID, List<Row>> units;
        private long ending;
        private long over;

        Draw(Visit visit, LocalDate today, OpenTickets.Count open, Map<UUID, List<Row>> units) {
            this.visit = visit;
            this.today = today;
            this.open = open;
            this.units = units;
        }

        Archive.Warnings warnings() {
            return new Archive.Warnings(ending, over, open.all());
        }

        List<Place> places(List<Row> systems, Map<UUID, String> sites) {
            Map<String, List<SystemNode>> bySite = new LinkedHashMap<>();
            Map<String, String> names = new LinkedHashMap<>();
            for (Row system : systems) {
                UUID site = system.ref("site");
                String title = site == null ? null : sites.get(site);
                String key = title == null ? "" : String.valueOf(site);
                names.put(key, title == null ? visit.t("installed.no-site") : title);
                bySite.computeIfAbsent(key, it -> new ArrayList<>()).add(node(system));
            }
            List<Place> places = new ArrayList<>();
            bySite.forEach((key, nodes) ->
                    places.add(new Place(names.getOrDefault(key, ""), key.isEmpty() ? "" : "/r/site/" + key, nodes)));
            return places;
        }

        private SystemNode node(Row system) {
            Warranty warranty = Warranty.on(today, (LocalDate) system.get("warrantyUntil"));
            boolean inService = !"retired".equals(system.text("state"));
            ending += inService && warranty == Warranty.ENDING ? 1 : 0;
            over += inService && warranty == Warranty.OVER ? 1 : 0;
            List<UnitLine> now = new ArrayList<>();
            List<UnitLine> gone = new ArrayList<>();
            for (Row unit : units.getOrDefault(system.id(), List.of())) {
                ("in-service".equals(unit.text("state")) ? now : gone).add(line(unit, system));
            }
            return new SystemNode(
                    system.id().toString(),
                    text(system, "name"),
                    text(system, "number"),
                    choice(system, "state"),
                    inService,
                    care(system),
                    shown(system, "acceptedOn"),
                    seal(system, warranty),
                    open.ofSystem(system),
                    now,
                    gone,
                    tickets.offered(visit.actor(), "installed-system"));
        }

        private String care(Row system) {
            String vendor = text(system, "otherVendor");
            String by = system.text("maintainedBy");
            return "us".equals(by) ? "" : vendor.isEmpty() ? choice(system, "maintainedBy") : vendor;
        }

        private UnitLine line(Row unit, Row system) {
            Warranty warranty = Warranty.on(today, (LocalDate) unit.get("warrantyUntil"));
            BigDecimal quantity = (BigDecimal) Objects.requireNonNullElse(unit.get("quantity"), BigDecimal.ONE);
            boolean third = "third-party".equals(unit.text("vendor"));
            String maker = text(unit, "maker");
            return new UnitLine(
                    unit.id().toString(),
                    text(unit, "label"),
                    text(unit, "itemCode"),
                    text(unit, "position"),
                    text(unit, "serial"),
                    text(unit, "revision"),
                    quantity.compareTo(BigDecimal.ONE) == 0 ? "" : shown(unit, "quantity"),
                    maker.isEmpty() && third ? choice(unit, "vendor") : maker,
                    choice(unit, "state"),
                    asItsSystem(unit, system) ? new Seal("", shown(unit, "warrantyUntil")) : seal(unit, warranty),
                    open.ofUnit(unit.id()));
        }

        private static boolean asItsSystem(Row unit, Row system) {
            return Objects.equals(unit.get("warrantyUntil"), system.get("warrantyUntil"));
        }

        private Seal seal(Row row, Warranty warranty) {
            String until = shown(row, "warrantyUntil");
            return new Seal(
                    warranty.tone(), warranty == Warranty.UNKNOWN ? "" : visit.t("warranty." + warranty.tone(), until));
        }

        private String choice(Row row, String field) {
            return visit.t("record." + row.type().name() + "." + field + "." + row.text(field));
        }

        private String shown(Row row, String field) {
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

    private static String text(Row row, String field) {
        return Objects.requireNonNullElse(row.text(field), "");
    }
}
