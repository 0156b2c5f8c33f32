package org.weir.aftersales.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.access.api.Access;
import org.weir.aftersales.sla.Severity;
import org.weir.base.api.Text;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.records.api.Validator;

/**
 * What holds of every ticket, whoever writes it: what it is about belongs to its customer, and its times come one after
 * the other. Notes each severity with its time, and has the clocks reckoned when the change is committed.
 */
@Component
public final class KeepTicket implements Validator {
    private static final Logger LOG = LoggerFactory.getLogger(KeepTicket.class);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final Access access;
    private final Records records;
    private final RecordTypes types;
    private final ReckonTickets reckon;
    private final ThreadLocal<Set<UUID>> changed = ThreadLocal.withInitial(LinkedHashSet::new);

    @Activate
    public KeepTicket(
            @Reference Access access,
            @Reference Records records,
            @Reference RecordTypes types,
            @Reference ReckonTickets reckon) {
        this.access = access;
        this.records = records;
        this.types = types;
        this.reckon = reckon;
    }

    @Override
    public String type() {
        return "ticket";
    }

    @Override
    public void check(Change change, Rejections rejections) {
        Row after = change.after();
        if (after == null) {
            Row before = change.before();
            if (before != null) {
                reckon.store().forgetGradings(before.id());
            }
            return;
        }
        checkBelonging(change, after, rejections);
        checkTimes(change, after, rejections);
        checkParent(after, rejections);
        noteSeverity(change, after);
        reckonAfterCommit(after.id());
    }

    /** All tickets of a transaction at once, however many an import writes in it: the first to be called takes them all. */
    private void reckonAfterCommit(UUID ticket) {
        Set<UUID> of = changed.get();
        if (of.isEmpty()) {
            reckon.store().database().afterEnd(changed::remove);
        }
        of.add(ticket);
        reckon.store().database().afterCommit(() -> {
            List<UUID> all = List.copyOf(of);
            of.clear();
            clocks(all);
        });
    }

    private void clocks(List<UUID> tickets) {
        try {
            reckon.reckon(tickets);
        } catch (RuntimeException failed) {
            LOG.warn("The clocks of {} tickets will be reckoned later", tickets.size(), failed);
        }
    }

    private void checkBelonging(Change change, Row after, Rejections rejections) {
        belongs(change, after, "unit", "unit", rejections);
        belongs(change, after, "site", "site", rejections);
        belongs(change, after, "installedSystem", "installed-system", rejections);
        belongs(change, after, "serviceContract", "service-contract", rejections);
    }

    private void belongs(Change change, Row after, String field, String type, Rejections rejections) {
        UUID id = after.ref(field);
        if (id == null
                || !(change.changes(field) || change.changes("account"))
                || types.find(type).isEmpty()) {
            return;
        }
        records.find(access.system(), type, id)
                .filter(it -> !Objects.equals(it.ref("account"), after.ref("account")))
                .ifPresent(it -> rejections.reject(field, Text.of("ticket.of-another-customer")));
    }

    private void checkTimes(Change change, Row after, Rejections rejections) {
        Instant opened = (Instant) Objects.requireNonNull(after.get("openedAt"));
        if (change.changes("openedAt")
                && opened.isAfter(reckon.clock().instant().plus(CLOCKS_DIFFER))) {
            rejections.reject("openedAt", Text.of("ticket.opened-in-future"));
        }
        for (String field : new String[] {"respondedAt", "restoredAt", "resolvedAt", "closedAt"}) {
            if (after.get(field) instanceof Instant at && at.isBefore(opened)) {
                rejections.reject(field, Text.of("ticket.before-opening"));
            }
        }
        if (after.get("closedAt") instanceof Instant closed
                && !(after.get("resolvedAt") instanceof Instant resolved && !closed.isBefore(resolved))) {
            rejections.reject("closedAt", Text.of("ticket.closed-before-resolved"));
        }
    }

    private void checkParent(Row after, Rejections rejections) {
        UUID parent = after.ref("parent");
        for (int depth = 0; parent != null && depth < 20; depth++) {
            if (parent.equals(after.id())) {
                rejections.reject("parent", Text.of("ticket.own-parent"));
                return;
            }
            parent = records.find(access.system(), "ticket", parent)
                    .map(it -> it.ref("parent"))
                    .orElse(null);
        }
    }

    private void noteSeverity(Change change, Row after) {
        String severity = after.text("severity");
        if (severity != null && change.changes("severity")) {
            Instant opened = (Instant) Objects.requireNonNull(after.get("openedAt"));
            reckon.store()
                    .grade(
                            after.id(),
                            change.before() == null ? opened : reckon.clock().instant(),
                            Severity.of(severity));
        }
    }
}
