package org.weir.delivery.demo;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory;
import org.weir.base.api.Texts;
import org.weir.calendar.api.WorkCalendars;
import org.weir.delivery.api.DeliveryTypes;
import org.weir.delivery.planning.PlanTogether;
import org.weir.delivery.project.MakeProject;
import org.weir.delivery.reading.Reading;
import org.weir.delivery.task.TaskWork;
import org.weir.records.api.Draft;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.store.api.Database;

/** Projects made, planned and worked on by the use cases, with a clock that runs from their beginning to today. */
final class DemoProjects {
    private static final int PATIENCE = 20;
    private static final int MOST_SITES = 12;

    private final Records records;
    private final RecordTypes types;
    private final Texts texts;
    private final Directory directory;
    private final WorkCalendars calendars;
    private final Database database;
    private final Actor system;
    private final LocalDate today;
    private final Reading reading;
    private final Random chance = new Random(30);

    DemoProjects(
            Records records,
            RecordTypes types,
            Texts texts,
            Directory directory,
            WorkCalendars calendars,
            Database database,
            Actor system,
            LocalDate today) {
        this.records = records;
        this.types = types;
        this.texts = texts;
        this.directory = directory;
        this.calendars = calendars;
        this.database = database;
        this.system = system;
        this.today = today;
        this.reading = new Reading(records, system);
    }

    private static Clock at(LocalDate day) {
        return Clock.fixed(day.atTime(18, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    }

    private PlanTogether together(LocalDate day) {
        return new PlanTogether(records, system, calendars, database, at(day));
    }

    private Row account(String name) {
        return reading.of("account", "name", name).get(0);
    }

    /** The project of the account's first contract; null without one. Whoever hears of the contract may make it too. */
    @Nullable
    UUID ofContract(String account) {
        if (types.find("contract").isEmpty()) {
            return null;
        }
        List<Row> contracts = reading.of("contract", "account", account(account).id());
        if (contracts.isEmpty()) {
            return null;
        }
        UUID contract = contracts.get(contracts.size() - 1).id();
        for (int i = 0;
                i < PATIENCE
                        && reading.of(DeliveryTypes.PROJECT, "contract", contract)
                                .isEmpty();
                i++) {
            pause();
        }
        nameSites(contract, account(account).id());
        return new MakeProject(records, system, texts, database, Clock.systemUTC())
                .of(contract)
                .project()
                .id();
    }

    private static void pause() {
        try {
            Thread.sleep(250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Places of the contract that are not told yet are the account's sites of that name, else those left, in order. */
    private void nameSites(UUID contract, UUID account) {
        List<Row> places = reading.of("contract-site", "contract", contract);
        List<Row> sites = new ArrayList<>(reading.of("site", "account", account));
        sites.removeIf(it -> places.stream().anyMatch(place -> it.id().equals(place.ref("site"))));
        for (Row place : places) {
            if (place.ref("site") == null && !sites.isEmpty()) {
                Row site = sites.stream()
                        .filter(it -> String.valueOf(it.get("name")).equals(String.valueOf(place.get("name"))))
                        .findFirst()
                        .orElse(sites.get(0));
                sites.remove(site);
                records.update(system, Draft.change(place, Map.of("site", site.id())));
            }
        }
    }

    /** @param names of sites to make when the customer has none yet */
    UUID withoutContract(
            String account,
            String title,
            String responsible,
            @Nullable UUID template,
            LocalDate begin,
            List<String> names) {
        Row customer = account(account);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("title", title);
        values.put("account", customer.id());
        values.put("owner", directory.byLogin(responsible).orElseThrow().id());
        values.put("priority", "s".equals(customer.text("grade")) ? 100 : 70);
        values.put("earliestStart", begin);
        values.put("wishedFinish", begin.plusDays(70));
        if (template != null) {
            values.put("template", template);
        }
        Row project = records.create(system, Draft.create(DeliveryTypes.PROJECT, values));
        List<UUID> sites = new ArrayList<>();
        List<Row> known = reading.of("site", "account", customer.id());
        if (known.isEmpty()) {
            names.forEach(it -> sites.add(site(customer, it)));
        } else {
            known.stream().limit(MOST_SITES).forEach(it -> sites.add(it.id()));
        }
        new MakeProject(records, system, texts, database, Clock.systemUTC()).addSites(project, sites, "");
        return project.id();
    }

    private UUID site(Row account, String name) {
        return records.create(system, Draft.create("site", Map.of("name", name, "account", account.id())))
                .id();
    }

    /** Plans it with all that are running, as on that day. */
    void plan(UUID project, LocalDate day) {
        Row row = records.read(system, DeliveryTypes.PROJECT, project);
        records.update(system, Draft.change(row, Map.of("earliestStart", day, "wishedFinish", day.plusDays(70))));
        PlanTogether together = together(day);
        together.write(together.anew(Set.of(project)));
    }

    /** Works on everything as planned until the evening of the day; a fifth of the tasks takes some days longer. */
    void advance(LocalDate day) {
        Map<Row, LocalDate> done = new LinkedHashMap<>();
        List<Row> begun = new ArrayList<>();
        Map<UUID, LocalDate> finished = new HashMap<>();
        for (Row task : inOrder()) {
            LocalDate planned = Reading.date(task, "plannedFinish");
            LocalDate start = Reading.date(task, "plannedStart");
            LocalDate after = afterThoseBefore(task, finished);
            if ("done".equals(task.text("state"))) {
                finished.put(task.id(), Objects.requireNonNull(Reading.date(task, "actualFinish")));
            } else if (planned != null && start != null && after != null) {
                LocalDate wanted = planned.plusDays(chance.nextInt(5) == 0 ? 1 + chance.nextInt(3) : 0);
                LocalDate finish = working(wanted.isBefore(after) ? after : wanted);
                if (!finish.isAfter(day)) {
                    finished.put(task.id(), finish);
                    done.put(task, finish);
                } else if (!start.isAfter(day) && !after.isAfter(day) && day.equals(today)) {
                    begun.add(task);
                }
            }
        }
        TaskWork work = new TaskWork(records, database, together(day), at(day));
        work.finishAll(system, done);
        for (Row task : begun) {
            Row started = work.start(system, task, Reading.date(task, "plannedStart"));
            if (Reading.number(task, "halfDays") > 1) {
                work.report(system, started, 10 * (2 + chance.nextInt(6)), null);
            }
        }
    }

    private List<Row> inOrder() {
        List<Row> tasks = new ArrayList<>(reading.all(DeliveryTypes.TASK, null));
        tasks.sort(Comparator.comparing(
                        (Row it) -> Objects.requireNonNullElse(Reading.date(it, "plannedFinish"), LocalDate.MAX))
                .thenComparing(it -> Reading.number(it, "ordinal"))
                .thenComparing(Row::id));
        return tasks;
    }

    /** The last finish of those before it; null while one of them is not finished. */
    private @Nullable LocalDate afterThoseBefore(Row task, Map<UUID, LocalDate> finished) {
        LocalDate last = LocalDate.MIN;
        for (Row link : reading.of(DeliveryTypes.TASK_LINK, "toTask", task.id())) {
            LocalDate finish = finished.get(Reading.ref(link, "fromTask"));
            if (finish == null && Reading.text(link, "kind").startsWith("f")) {
                return null;
            }
            last = finish != null && finish.isAfter(last) ? finish : last;
        }
        return last;
    }

    private static LocalDate working(LocalDate day) {
        LocalDate at = day;
        while (at.getDayOfWeek() == DayOfWeek.SUNDAY || at.getDayOfWeek() == DayOfWeek.SATURDAY) {
            at = at.plusDays(1);
        }
        return at;
    }
}
