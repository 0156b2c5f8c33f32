package org.weir.delivery.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory;
import org.weir.delivery.acceptance.AcceptSite;
import org.weir.delivery.acceptance.AcceptanceKind;
import org.weir.delivery.acceptance.CheckResult;
import org.weir.delivery.api.DeliveryTypes;
import org.weir.delivery.reading.Reading;
import org.weir.events.api.EventLog;
import org.weir.records.api.Draft;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.store.api.Database;

/** Sites whose work is done are accepted two days later; the last ones still wait for the customer. */
final class DemoAcceptances {
    private static final Map<String, String> SIGNERS =
            Map.of("james", "Thandi Dube", "priya", "Katrin Hansen", "chenjing", "刘建国");
    private static final Map<String, List<String>> LEFT = Map.of(
            "james",
            List.of("Gate key not handed over", "Cable labels missing in cabinet 2", "Fence panel bent"),
            "priya",
            List.of("Cable entry not sealed", "As-built drawing incomplete"),
            "chenjing",
            List.of("标签缺失", "进线孔未封堵"));

    private final Records records;
    private final Directory directory;
    private final Actor system;
    private final LocalDate today;
    private final AcceptSite accept;
    private final Reading reading;

    DemoAcceptances(
            Records records, EventLog events, Database database, Directory directory, Actor system, LocalDate today) {
        this.records = records;
        this.directory = directory;
        this.system = system;
        this.today = today;
        this.accept = new AcceptSite(records, system, events, database, Clock.systemUTC());
        this.reading = new Reading(records, system);
    }

    private record Ready(UUID site, LocalDate finished) {}

    void make(UUID... projects) {
        for (UUID id : projects) {
            Row project = records.read(system, DeliveryTypes.PROJECT, id);
            UUID owner = project.ref("owner");
            String login = owner == null
                    ? "james"
                    : Objects.requireNonNull(directory.people(List.of(owner)).get(owner))
                            .login();
            List<Ready> ready = ready(id);
            for (int i = 0; i < ready.size(); i++) {
                site(project, ready.get(i), SIGNERS.containsKey(login) ? login : "james", i, ready.size());
            }
        }
    }

    private List<Ready> ready(UUID project) {
        Map<UUID, LocalDate> finished = new LinkedHashMap<>();
        for (Row task : reading.of(DeliveryTypes.TASK, "project", project)) {
            UUID site = task.ref("site");
            if (site != null) {
                LocalDate done = Objects.requireNonNullElse(Reading.date(task, "actualFinish"), LocalDate.MAX);
                finished.merge(site, done, (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        List<Ready> ready = new ArrayList<>();
        finished.forEach((site, day) -> {
            if (!day.equals(LocalDate.MAX)) {
                ready.add(new Ready(site, day));
            }
        });
        ready.sort(Comparator.comparing(Ready::finished).thenComparing(Ready::site));
        return ready;
    }

    private void site(Row project, Ready ready, String login, int number, int of) {
        boolean waits = number == of - 1 && of > 1;
        Row acceptance = accept.open(system, project, ready.site(), AcceptanceKind.PROVISIONAL);
        Row checked = check(acceptance, waits && of % 2 == 0);
        List<String> left = Objects.requireNonNull(LEFT.get(login));
        boolean punch = number % 3 == 1;
        if (punch) {
            punch(acceptance, left.get(number % left.size()), number < 3, today.plusDays(number * 3L - 9));
        }
        if (waits) {
            return;
        }
        LocalDate day = ready.finished().plusDays(2).isAfter(today)
                ? today
                : ready.finished().plusDays(2);
        Instant at = day.atTime(LocalTime.of(9, 30)).toInstant(ZoneOffset.UTC);
        accept.sign(system, checked, Objects.requireNonNull(SIGNERS.get(login)), at);
        if (number == 0 && of > 6) {
            Row last = check(accept.open(system, project, ready.site(), AcceptanceKind.FINAL), false);
            accept.sign(
                    system,
                    last,
                    Objects.requireNonNull(SIGNERS.get(login)),
                    day.plusDays(10).isAfter(today) ? at : at.plus(10, ChronoUnit.DAYS));
        }
    }

    private Row check(Row acceptance, boolean half) {
        Map<UUID, CheckResult> results = new LinkedHashMap<>();
        for (Row line : reading.of(DeliveryTypes.ACCEPTANCE_CHECK, "acceptance", acceptance.id())) {
            if (!half || Reading.number(line, "ordinal") < 9) {
                results.put(line.id(), CheckResult.OK);
            }
        }
        return accept.check(system, acceptance, results, Map.of());
    }

    private void punch(Row acceptance, String subject, boolean done, LocalDate due) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("acceptance", acceptance.id());
        values.put("account", Reading.ref(acceptance, "account"));
        values.put("subject", subject);
        values.put("severity", subject.length() % 2 == 0 ? "minor" : "major");
        values.put("owner", Reading.ref(acceptance, "owner"));
        values.put("due", due);
        if (done) {
            values.put("done", true);
            values.put("doneOn", due.isAfter(today) ? today : due);
        }
        Objects.requireNonNull(records.create(system, Draft.create(DeliveryTypes.PUNCH_ITEM, values)));
    }
}
