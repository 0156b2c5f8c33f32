package org.weir.delivery.project;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.base.api.Texts;
import org.weir.delivery.api.DeliveryTypes;
import org.weir.delivery.reading.Reading;
import org.weir.delivery.template.Breakdown;
import org.weir.delivery.template.Breakdown.Item;
import org.weir.delivery.template.Breakdown.Place;
import org.weir.delivery.template.StandardTemplate;
import org.weir.delivery.template.Templates;
import org.weir.records.api.Draft;
import org.weir.records.api.Filter;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.store.api.Database;

/**
 * Makes the project of a contract with its work breakdown: once, however often it is asked. Sites that were named in the
 * contract since then are added to the project.
 */
public final class MakeProject {
    private static final Map<String, Integer> PRIORITIES = Map.of("s", 100, "a", 70, "b", 40, "c", 20);

    private final Records records;
    private final Actor system;
    private final Texts texts;
    private final Database database;
    private final Clock clock;
    private final Reading reading;

    public MakeProject(Records records, Actor system, Texts texts, Database database, Clock clock) {
        this.records = records;
        this.system = system;
        this.texts = texts;
        this.database = database;
        this.clock = clock;
        this.reading = new Reading(records, system);
    }

    /** @param sites how many sites were added by this call; {@code unnamed} those of the contract that no site is told for */
    public record Made(Row project, int sites, int unnamed) {}

    /** In one transaction. */
    public Made of(UUID contract) {
        return database.write(handle -> {
            Row signed = records.read(system, "contract", contract);
            List<Row> lines = reading.of("contract-line", "contract", contract);
            List<Row> sites = reading.of("contract-site", "contract", contract);
            List<Row> before = reading.of(DeliveryTypes.PROJECT, "contract", contract);
            Row project = before.isEmpty() ? create(signed, sites) : before.get(0);
            List<Place> places = places(project, sites);
            breakDown(project, places, lines, before.isEmpty());
            int unnamed =
                    (int) sites.stream().filter(it -> it.ref("site") == null).count();
            return new Made(project, places.size(), unnamed);
        });
    }

    /**
     * Adds the work at sites to a project that came without a contract; sites it has already are left alone. In one
     * transaction.
     *
     * @return how many were added
     */
    public int addSites(Row project, List<UUID> sites, String siteType) {
        return database.write(handle -> {
            Set<UUID> known = known(project);
            Map<UUID, String> names = records.titles(system, "site", sites);
            List<Place> places = new ArrayList<>();
            for (UUID site : sites) {
                if (known.add(site)) {
                    places.add(new Place(site, names.getOrDefault(site, "?"), siteType));
                }
            }
            UUID template = project.ref("template") == null ? template(siteType) : project.ref("template");
            write(project, Objects.requireNonNull(template), places, List.of());
            return places.size();
        });
    }

    private Row create(Row contract, List<Row> sites) {
        UUID account = Reading.ref(contract, "account");
        Row customer = records.read(system, "account", account);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("owner", null);
        Object subject = contract.get("subject");
        values.put("title", subject == null ? Objects.requireNonNull(contract.text("number")) : subject);
        values.put("account", account);
        values.put("contract", contract.id());
        values.put("template", template(sites.isEmpty() ? "" : siteType(sites.get(0))));
        values.put("priority", PRIORITIES.getOrDefault(Objects.requireNonNullElse(customer.text("grade"), "c"), 20));
        values.put("earliestStart", LocalDate.now(clock));
        UUID responsible = responsible(customer, contract);
        if (responsible != null) {
            values.put("owner", responsible);
        }
        if (contract.type().field("deliverBy") != null && contract.get("deliverBy") != null) {
            values.put("wishedFinish", Objects.requireNonNull(contract.get("deliverBy")));
        }
        return records.create(system, Draft.create(DeliveryTypes.PROJECT, values));
    }

    private UUID template(String siteType) {
        Templates templates = new Templates(reading);
        return templates.forSiteType(siteType).map(Row::id).orElseGet(() -> new StandardTemplate(records, system, texts)
                .make(Locale.ENGLISH, ""));
    }

    private @Nullable UUID responsible(Row account, Row contract) {
        LocalDate today = LocalDate.now(clock);
        return reading
                .all("account-member", Filter.both(Filter.eq("account", account.id()), Filter.eq("part", "fr")))
                .stream()
                .filter(it -> it.get("until") == null
                        || !Objects.requireNonNull(Reading.date(it, "until")).isBefore(today))
                .map(it -> it.ref("member"))
                .findFirst()
                .orElseGet(() -> contract.ref("owner") == null ? account.ref("owner") : contract.ref("owner"));
    }

    private List<Place> places(Row project, List<Row> contractSites) {
        Set<UUID> known = known(project);
        List<Place> places = new ArrayList<>();
        for (Row row : contractSites) {
            UUID site = row.ref("site");
            if (site != null && known.add(site)) {
                String name = Objects.requireNonNullElse(
                        records.titles(system, "site", List.of(site)).get(site), "?");
                places.add(new Place(site, name, siteType(row)));
            }
        }
        return places;
    }

    private Set<UUID> known(Row project) {
        Set<UUID> known = new HashSet<>();
        reading.of(DeliveryTypes.TASK, "project", project.id()).forEach(it -> {
            UUID site = it.ref("site");
            if (site != null) {
                known.add(site);
            }
        });
        return known;
    }

    private static String siteType(Row contractSite) {
        return Objects.requireNonNullElse(contractSite.text("siteType"), "");
    }

    private void breakDown(Row project, List<Place> places, List<Row> lines, boolean fresh) {
        List<Item> items = lines.stream()
                .map(it -> new Item(
                        String.valueOf(it.get("label")),
                        siteType(it),
                        it.get("quantity") == null ? 1 : Reading.number(it, "quantity")))
                .toList();
        Map<UUID, List<Place>> byTemplate = new LinkedHashMap<>();
        UUID main = project.ref("template");
        if (fresh && main != null) {
            byTemplate.put(main, new ArrayList<>());
        }
        for (Place place : places) {
            UUID template = template(place.siteType());
            byTemplate.computeIfAbsent(template, key -> new ArrayList<>()).add(place);
        }
        byTemplate.forEach((template, here) -> write(project, template, here, items));
    }

    private void write(Row project, UUID template, List<Place> places, List<Item> items) {
        Templates templates = new Templates(reading);
        Map<UUID, UUID> whole = wholeTasks(project);
        Breakdown breakdown = Breakdown.of(templates.steps(template), templates.ties(template), places, items);
        List<UUID> tasks = new ArrayList<>();
        for (Breakdown.Piece piece : breakdown.pieces()) {
            UUID there = piece.site() == null ? whole.get(piece.step().id()) : null;
            tasks.add(there == null ? task(project, piece) : there);
        }
        for (Breakdown.Bond bond : breakdown.bonds()) {
            UUID from = tasks.get(bond.from());
            UUID to = tasks.get(bond.to());
            if (!whole.containsValue(from) || !whole.containsValue(to)) {
                link(project, from, to, bond);
            }
        }
    }

    /** The tasks of the project as a whole, by step. */
    private Map<UUID, UUID> wholeTasks(Row project) {
        Map<UUID, UUID> tasks = new LinkedHashMap<>();
        for (Row task : reading.of(DeliveryTypes.TASK, "project", project.id())) {
            UUID step = task.ref("step");
            if (task.ref("site") == null && step != null) {
                tasks.put(step, task.id());
            }
        }
        return Collections.unmodifiableMap(tasks);
    }

    private UUID task(Row project, Breakdown.Piece piece) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", piece.name().length() > 200 ? piece.name().substring(0, 200) : piece.name());
        values.put("project", project.id());
        values.put("account", Reading.ref(project, "account"));
        if (piece.site() != null) {
            values.put("site", piece.site());
        }
        values.put("step", piece.step().id());
        values.put("ordinal", piece.step().ordinal());
        values.put("halfDays", piece.step().halfDays());
        values.put("skill", piece.step().skill());
        return records.create(system, Draft.create(DeliveryTypes.TASK, values)).id();
    }

    private void link(Row project, UUID from, UUID to, Breakdown.Bond bond) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("project", project.id());
        values.put("fromTask", from);
        values.put("toTask", to);
        values.put("kind", bond.kind());
        values.put("lag", bond.lag());
        records.create(system, Draft.create(DeliveryTypes.TASK_LINK, values));
    }
}
