package org.weir.delivery.acceptance;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.base.api.Ids;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.delivery.api.DeliveryTypes;
import org.weir.delivery.reading.Reading;
import org.weir.events.api.Event;
import org.weir.events.api.EventLog;
import org.weir.records.api.Draft;
import org.weir.records.api.Filter;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.store.api.Database;

/** From finished work at a site to the customer's signature; each step in one transaction. */
public final class AcceptSite {
    private final Records records;
    private final Actor system;
    private final EventLog events;
    private final Database database;
    private final Clock clock;
    private final Reading reading;

    public AcceptSite(Records records, Actor system, EventLog events, Database database, Clock clock) {
        this.records = records;
        this.system = system;
        this.events = events;
        this.database = database;
        this.clock = clock;
        this.reading = new Reading(records, system);
    }

    /**
     * Opens the acceptance with the checklist of the steps made at the site.
     *
     * @throws ProblemException 409 while tasks of the site are open, 422 when there is one already
     */
    public Row open(Actor actor, Row project, UUID site, AcceptanceKind kind) {
        return database.write(handle -> {
            List<Row> tasks = tasks(project.id(), site);
            long open = tasks.stream()
                    .filter(it -> !"done".equals(it.text("state")))
                    .count();
            if (tasks.isEmpty()) {
                throw ProblemException.invalid("site", Text.of("delivery.acceptance.not-of-project"));
            }
            if (open > 0) {
                throw ProblemException.conflict(Text.of("delivery.acceptance.tasks-open", open));
            }
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("site", site);
            values.put("account", Reading.ref(project, "account"));
            values.put("project", project.id());
            values.put("kind", code(kind));
            UUID owner = project.ref("owner");
            values.put("owner", owner == null ? actor.user() : owner);
            Row acceptance = records.create(actor, Draft.create(DeliveryTypes.SITE_ACCEPTANCE, values));
            checklist(actor, acceptance, tasks);
            return acceptance;
        });
    }

    private List<Row> tasks(UUID project, UUID site) {
        return reading.all(DeliveryTypes.TASK, Filter.both(Filter.eq("project", project), Filter.eq("site", site)));
    }

    private void checklist(Actor actor, Row acceptance, List<Row> tasks) {
        Set<UUID> steps = new LinkedHashSet<>();
        tasks.forEach(it -> {
            UUID step = it.ref("step");
            if (step != null) {
                steps.add(step);
            }
        });
        List<Row> rows = reading.in(DeliveryTypes.TEMPLATE_STEP, "id", List.copyOf(steps));
        int ordinal = 0;
        for (Row step : rows) {
            for (String line : step.list("checklist")) {
                Map<String, Object> values = new LinkedHashMap<>();
                values.put("acceptance", acceptance.id());
                values.put("account", Reading.ref(acceptance, "account"));
                values.put("ordinal", ++ordinal);
                values.put("subject", line);
                records.create(actor, Draft.create(DeliveryTypes.ACCEPTANCE_CHECK, values));
            }
        }
    }

    /** Notes the results of lines of the checklist; when none is open or not OK, the acceptance has passed. */
    public Row check(Actor actor, Row acceptance, Map<UUID, CheckResult> results, Map<UUID, String> remarks) {
        return database.write(handle -> {
            boolean clean = true;
            for (Row line : checks(acceptance)) {
                Map<String, @Nullable Object> values = new LinkedHashMap<>();
                CheckResult result = results.get(line.id());
                if (result != null) {
                    values.put("result", code(result));
                }
                String remark = remarks.get(line.id());
                if (remark != null) {
                    values.put("remark", remark.isBlank() ? null : remark.strip());
                }
                Row after = values.isEmpty() ? line : records.update(actor, Draft.change(line, values));
                clean &= Set.of("ok", "not-applicable").contains(Reading.text(after, "result"));
            }
            Row now = records.read(system, DeliveryTypes.SITE_ACCEPTANCE, acceptance.id());
            return "signed".equals(now.text("state"))
                    ? now
                    : records.update(actor, Draft.change(now, Map.of("state", clean ? "passed" : "open")));
        });
    }

    private List<Row> checks(Row acceptance) {
        return reading.of(DeliveryTypes.ACCEPTANCE_CHECK, "acceptance", acceptance.id());
    }

    /**
     * The customer has signed. Writes {@code site.accepted}; the last site of a project makes it accepted.
     *
     * @throws ProblemException 409 when lines are not checked, or points are left that hinder
     */
    public Row sign(Actor actor, Row acceptance, String signedBy, @Nullable Instant at) {
        Instant when = at == null ? Instant.now(clock).truncatedTo(ChronoUnit.MICROS) : at;
        return database.write(handle -> {
            mayBeSigned(acceptance, when);
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            values.put("state", "signed");
            values.put("signedBy", signedBy);
            values.put("signedAt", when);
            values.put("signedWith", actor.user());
            Row signed = records.update(actor, Draft.change(acceptance, values));
            tell(actor, signed);
            closeProject(Reading.ref(signed, "project"));
            return signed;
        });
    }

    private void mayBeSigned(Row acceptance, Instant when) {
        if (when.isAfter(Instant.now(clock).plus(1, ChronoUnit.DAYS))) {
            throw ProblemException.invalid("signedAt", Text.of("delivery.task.in-future"));
        }
        long unchecked = checks(acceptance).stream()
                .filter(it -> "open".equals(it.text("result")))
                .count();
        if (unchecked > 0) {
            throw ProblemException.conflict(Text.of("delivery.acceptance.unchecked", unchecked));
        }
        List<Row> left = reading.all(
                DeliveryTypes.PUNCH_ITEM,
                Filter.both(Filter.eq("done", false), Filter.eq("acceptance", acceptance.id())));
        long blocking = left.stream()
                .filter(it -> "blocking".equals(it.text("severity")))
                .count();
        if (blocking > 0) {
            throw ProblemException.conflict(Text.of("delivery.acceptance.blocked", blocking));
        }
        boolean failed = checks(acceptance).stream().anyMatch(it -> "not-ok".equals(it.text("result")));
        if (failed && left.isEmpty()) {
            throw ProblemException.conflict(Text.of("delivery.acceptance.failed-without-punch"));
        }
    }

    private void tell(Actor actor, Row signed) {
        String data = "{\"kind\":\"" + Reading.text(signed, "kind") + "\",\"project\":\""
                + Reading.ref(signed, "project") + "\",\"site\":\"" + Reading.ref(signed, "site") + "\",\"account\":\""
                + Reading.ref(signed, "account") + "\"}";
        events.append(new Event(
                Ids.next(),
                DeliveryTypes.SITE_ACCEPTED,
                DeliveryTypes.SITE_ACCEPTANCE,
                signed.id(),
                Instant.now(clock).truncatedTo(ChronoUnit.MICROS),
                actor.user(),
                data));
    }

    private void closeProject(UUID project) {
        Set<UUID> sites = new HashSet<>();
        reading.of(DeliveryTypes.TASK, "project", project).forEach(it -> {
            UUID site = it.ref("site");
            if (site != null) {
                sites.add(site);
            }
        });
        reading.of(DeliveryTypes.SITE_ACCEPTANCE, "project", project).stream()
                .filter(it -> "signed".equals(it.text("state")))
                .forEach(it -> sites.remove(it.ref("site")));
        Row row = records.read(system, DeliveryTypes.PROJECT, project);
        if (sites.isEmpty() && !"closed".equals(row.text("state"))) {
            records.update(system, Draft.change(row, Map.of("state", "accepted")));
        }
    }

    /** A choice as it stands in a record. */
    static String code(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
