package org.weir.delivery.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory;
import org.weir.base.api.Texts;
import org.weir.calendar.api.WorkCalendars;
import org.weir.delivery.api.DeliveryTypes;
import org.weir.delivery.template.StandardTemplate;
import org.weir.events.api.EventLog;
import org.weir.records.api.Demo;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.store.api.Database;

/**
 * Delivers for the demo company: crews of three regions with their days off, the projects of its contracts and some from
 * before, planned when they began and worked on day by day until today.
 */
@Component
public final class DemoDelivery implements Demo {
    private static final String SOLUTION = "org.weir.solution";
    private static final Set<String> OWN = Set.of(
            "account",
            "site",
            "work-calendar",
            DeliveryTypes.PROJECT,
            DeliveryTypes.TASK,
            DeliveryTypes.TASK_LINK,
            DeliveryTypes.CREW,
            DeliveryTypes.CREW_ABSENCE,
            DeliveryTypes.PROJECT_TEMPLATE,
            DeliveryTypes.TEMPLATE_STEP,
            DeliveryTypes.TEMPLATE_LINK,
            DeliveryTypes.SITE_ACCEPTANCE,
            DeliveryTypes.ACCEPTANCE_CHECK,
            DeliveryTypes.PUNCH_ITEM);
    private static final List<String> MERIDIAN = List.of(
            "Soweto North",
            "Sandton Ridge",
            "Durban Point",
            "Pretoria East",
            "Khayelitsha South",
            "Bloemfontein Central",
            "Polokwane Ridge",
            "Kuruman Plain",
            "Mthatha Hill",
            "Springbok Koppie",
            "Midrand Hub",
            "Bellville Hub");
    private static final List<String> SAVANNA = List.of(
            "Arusha East", "Dodoma Hill", "Iringa", "Kigoma Port", "Mbeya South", "Moshi", "Tabora", "Tanga Quay");
    private static final List<String> NORDLICHT =
            List.of("Altona", "Bergedorf", "Harburg", "Moorfleet", "Stade", "Wedel");
    private static final List<String> CHENGDU = List.of("天府广场", "春熙路", "宽窄巷子", "锦里", "武侯祠", "杜甫草堂", "青羊宫", "文殊院");

    private final Records records;
    private final RecordTypes types;
    private final Texts texts;
    private final Directory directory;
    private final EventLog events;
    private final WorkCalendars calendars;
    private final Database database;
    private final BundleContext context;

    @Activate
    public DemoDelivery(
            @Reference Records records,
            @Reference RecordTypes types,
            @Reference Texts texts,
            @Reference Directory directory,
            @Reference EventLog events,
            @Reference WorkCalendars calendars,
            @Reference(target = "(schema=delivery)") Database database,
            BundleContext context) {
        this.context = context;
        this.records = records;
        this.types = types;
        this.texts = texts;
        this.directory = directory;
        this.events = events;
        this.calendars = calendars;
        this.database = database;
    }

    @Override
    public String name() {
        return "delivery";
    }

    @Override
    public int order() {
        return 30;
    }

    /** Contracts too where solutions are part of the suite, so that the story goes on from its contract. */
    @Override
    public Set<String> needs() {
        Set<String> needs = new HashSet<>(OWN);
        if (Arrays.stream(context.getBundles()).anyMatch(it -> SOLUTION.equals(it.getSymbolicName()))) {
            needs.addAll(List.of("contract", "contract-line", "contract-site"));
        }
        return needs;
    }

    @Override
    public void make(Actor system) {
        Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        DemoProjects projects = new DemoProjects(records, types, texts, directory, calendars, database, system, today);
        UUID meridian = projects.ofContract("Meridian South Africa");
        UUID nordlicht = projects.ofContract("Nordlicht Netze");
        new DemoCrews(records, directory, system, today).make();
        UUID chinese = new StandardTemplate(records, system, texts).make(Locale.SIMPLIFIED_CHINESE, "通信站点");
        if (meridian == null) {
            meridian = projects.withoutContract(
                    "Meridian South Africa", "Network energy, 12 sites", "james", null, today.minusDays(88), MERIDIAN);
        }
        projects.plan(meridian, today.minusDays(88));
        projects.advance(today.minusDays(18));
        UUID savanna = projects.withoutContract(
                "Savanna Mobile Tanzania", "Battery upgrade, 8 sites", "james", null, today.minusDays(18), SAVANNA);
        projects.plan(savanna, today.minusDays(18));
        projects.advance(today.minusDays(14));
        if (nordlicht == null) {
            nordlicht = projects.withoutContract(
                    "Nordlicht Netze", "Substation telecom", "priya", null, today.minusDays(14), NORDLICHT);
        }
        projects.plan(nordlicht, today.minusDays(14));
        projects.advance(today.minusDays(10));
        UUID chengdu = projects.withoutContract(
                "River Telecom Chengdu", "站点电源改造", "chenjing", chinese, today.minusDays(10), CHENGDU);
        projects.plan(chengdu, today.minusDays(10));
        projects.advance(today);
        new DemoAcceptances(records, events, database, directory, system, today)
                .make(meridian, savanna, nordlicht, chengdu);
    }
}
