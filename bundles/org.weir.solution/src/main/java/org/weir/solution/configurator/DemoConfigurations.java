package org.weir.solution.configurator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory;
import org.weir.records.api.Demo;
import org.weir.records.api.Draft;
import org.weir.records.api.Filter;
import org.weir.records.api.Query;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.relationship.api.RelationshipTypes;
import org.weir.solution.api.SolutionTypes;
import org.weir.solution.configuration.AnswerNeeds;
import org.weir.solution.configuration.Bench;
import org.weir.solution.configuration.Configure;
import org.weir.solution.configuration.Goal;
import org.weir.solution.configuration.SiteType;
import org.weir.solution.engine.Choice;
import org.weir.solution.engine.Feature;
import org.weir.solution.model.LoadModel;

/** Loads the demonstration model and configures it for three customers, as people would. */
@Component
public final class DemoConfigurations implements Demo {
    private final Records records;
    private final RecordTypes types;
    private final Directory directory;
    private final LoadModel load;
    private final Configure configure;
    private final AnswerNeeds needs;

    @Activate
    public DemoConfigurations(
            @Reference Records records,
            @Reference RecordTypes types,
            @Reference Directory directory,
            @Reference LoadModel load,
            @Reference Configure configure,
            @Reference AnswerNeeds needs) {
        this.records = records;
        this.types = types;
        this.directory = directory;
        this.load = load;
        this.configure = configure;
        this.needs = needs;
    }

    @Override
    public String name() {
        return "solution.configurations";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Set<String> needs() {
        return Set.of(RelationshipTypes.ACCOUNT, SolutionTypes.PRODUCT_MODEL, SolutionTypes.CONFIGURATION);
    }

    @Override
    public void make(Actor system) throws IOException {
        Row model = load.create(system, "Site energy and radio", "2026.1", "USD", source());
        meridian(system, model);
        draft(system, model);
        sichuan(system, model);
        nordlicht(system, model);
    }

    private static String source() throws IOException {
        try (InputStream in = DemoConfigurations.class.getResourceAsStream("/models/site-energy-and-radio.uvl")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void meridian(Actor system, Row model) {
        Row row = configuration(
                system, model, "Meridian South Africa", "Network energy", "Network energy, 12 sites", "tangning");
        if (row == null) {
            return;
        }
        Site urban = new Site("Urban macro", 6, "UrbanMacro", sites(system, row, "MSA-U"));
        Site rural = new Site("Rural solar", 4, "RuralSolar", sites(system, row, "MSA-R"));
        Site hub = new Site("Aggregation hub", 2, "AggregationHub", sites(system, row, "MSA-H"));
        add(system, row, urban, "ExistingCabinet", "Rectifier12", "Lithium100:3", "AlarmToNoc");
        add(system, row, rural, "ExistingCabinet", "SolarSet5:1", "StandbyGenerator", "AlarmToNoc", "Radio4G:2");
        add(system, row, hub, "ExistingCabinet", "Radio4G:1", "AlarmToNoc");
        complete(system, row);
        answer(system, row, "Cut diesel", "StandbyGenerator");
        answer(system, row, "Keep existing", "ExistingCabinet");
        answer(system, row, "Theft alarm", "AlarmToNoc");
    }

    /** One that is still worked on. */
    private void draft(Actor system, Row model) {
        Row row =
                configuration(system, model, "Meridian South Africa", "Network energy, second wave", null, "tangning");
        if (row != null) {
            Site urban = new Site("Urban macro", 412, "UrbanMacro", List.of());
            add(system, row, urban, "ExistingCabinet", "Rectifier12", "Radio5G:2");
            add(system, row, new Site("Rural solar", 196, "RuralSolar", List.of()), "SolarSet2:2");
        }
    }

    private void sichuan(Actor system, Row model) {
        Row row = configuration(system, model, "River Telecom Sichuan", "川西站点能源", null, "liwei");
        if (row != null) {
            add(
                    system,
                    row,
                    new Site("城区宏站", 18, "UrbanMacro", List.of()),
                    "NewCabinet20",
                    "Lithium200:2",
                    "TheftAlarm");
            add(system, row, new Site("汇聚站", 3, "AggregationHub", List.of()), "NewCabinet40", "LicenceEnergySaving");
            complete(system, row);
        }
    }

    private void nordlicht(Actor system, Row model) {
        Row row = configuration(system, model, "Nordlicht Netze", "Funk und Energie, 5 Standorte", null, "sven");
        if (row != null) {
            add(system, row, new Site("Stadtstandort", 5, "UrbanMacro", List.of()), "NewCabinet20", "Dismantling");
            complete(system, row);
        }
    }

    private record Site(String name, int count, String kind, List<UUID> sites) {}

    private @Nullable Row configuration(
            Actor system, Row model, String account, String title, @Nullable String opportunity, String owner) {
        Optional<Row> customer = find(system, RelationshipTypes.ACCOUNT, Filter.eq("name", account));
        if (customer.isEmpty()) {
            return null;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("title", title);
        values.put("account", customer.get().id());
        values.put("model", model.id());
        values.put("state", "draft");
        directory.byLogin(owner).ifPresent(it -> values.put("owner", Objects.requireNonNull(it.id())));
        if (opportunity != null && types.find(RelationshipTypes.OPPORTUNITY).isPresent()) {
            Filter which = Filter.both(Filter.eq("account", customer.get().id()), Filter.eq("title", opportunity));
            find(system, RelationshipTypes.OPPORTUNITY, Objects.requireNonNull(which))
                    .ifPresent(it -> values.put("opportunity", it.id()));
        }
        return records.create(system, Draft.create(SolutionTypes.CONFIGURATION, values));
    }

    private Optional<Row> find(Actor system, String type, Filter which) {
        return records.list(system, Query.all(type).where(which).limit(1)).rows().stream()
                .findFirst();
    }

    /** Those whose code begins so, in its order. */
    private List<UUID> sites(Actor system, Row row, String code) {
        if (types.find(RelationshipTypes.SITE).isEmpty()) {
            return List.of();
        }
        Query query = Query.all(RelationshipTypes.SITE)
                .where(Filter.eq("account", Objects.requireNonNull(row.ref("account"))))
                .limit(50);
        return records.list(system, query).rows().stream()
                .filter(it -> Objects.requireNonNullElse(it.text("code"), "").startsWith(code))
                .sorted(Comparator.comparing(it -> Objects.requireNonNull(it.text("code"))))
                .map(Row::id)
                .toList();
    }

    private void add(Actor system, Row row, Site site, String... choices) {
        Bench bench = configure.open(system, row.id());
        SiteType type = configure.addSiteType(
                system, bench, site.name(), site.count(), site.sites(), bench.feature(site.kind()));
        for (String choice : choices) {
            String[] parts = choice.split(":");
            Bench now = configure.open(system, row.id());
            Feature feature = now.feature(parts[0]);
            Choice wanted = parts.length == 1 ? Choice.take(feature) : new Choice(feature, true, parts[1]);
            if (configure.choose(system, now, type.id(), wanted) != null) {
                throw new IllegalStateException(choice + " does not fit " + site.name());
            }
        }
    }

    private void complete(Actor system, Row row) {
        for (SiteType type : configure.open(system, row.id()).siteTypes()) {
            configure.complete(system, configure.open(system, row.id()), type.id(), Goal.FIVE_YEAR_COST);
        }
    }

    private void answer(Actor system, Row row, String need, String feature) {
        Bench bench = configure.open(system, row.id());
        needs.of(system, bench).stream()
                .filter(it -> it.title().startsWith(need))
                .findFirst()
                .ifPresent(it -> needs.link(system, bench, it.need(), bench.feature(feature), null));
    }
}
