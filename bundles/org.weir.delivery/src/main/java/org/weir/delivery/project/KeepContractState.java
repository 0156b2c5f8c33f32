package org.weir.delivery.project;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.delivery.api.DeliveryTypes;
import org.weir.delivery.reading.Reading;
import org.weir.events.api.Event;
import org.weir.events.api.EventConsumer;
import org.weir.records.api.Draft;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/** A contract is in delivery once its project runs, and fulfilled once every one of its sites is accepted; never back. */
@Component
public final class KeepContractState implements EventConsumer {
    private static final String CONTRACT = "contract";
    private static final List<String> STATES = List.of("signed", "in-delivery", "fulfilled");

    private final Records records;
    private final RecordTypes types;
    private final Access access;

    @Activate
    public KeepContractState(@Reference Records records, @Reference RecordTypes types, @Reference Access access) {
        this.records = records;
        this.types = types;
        this.access = access;
    }

    @Override
    public String name() {
        return "org.weir.delivery.contract";
    }

    @Override
    public boolean wants(String eventType) {
        return eventType.equals("project.changed");
    }

    @Override
    public void on(Event event) {
        Actor system = access.system();
        if (types.find(CONTRACT).isEmpty()) {
            return;
        }
        records.find(system, DeliveryTypes.PROJECT, event.subject())
                .filter(it -> !"planned".equals(it.text("state")))
                .ifPresent(project -> {
                    UUID id = project.ref("contract");
                    if (id != null) {
                        records.find(system, CONTRACT, id).ifPresent(it -> move(system, it, project));
                    }
                });
    }

    private void move(Actor system, Row contract, Row project) {
        String to = fulfilled(system, contract, project) ? "fulfilled" : "in-delivery";
        if (STATES.indexOf(to) > STATES.indexOf(contract.text("state"))) {
            records.update(system, Draft.change(contract, Map.of("state", to)));
        }
    }

    private boolean fulfilled(Actor system, Row contract, Row project) {
        if ("running".equals(project.text("state"))) {
            return false;
        }
        Reading reading = new Reading(records, system);
        Set<UUID> accepted = new HashSet<>();
        reading.of(DeliveryTypes.SITE_ACCEPTANCE, "project", project.id()).stream()
                .filter(it -> "signed".equals(it.text("state")))
                .forEach(it -> accepted.add(Reading.ref(it, "site")));
        return types.find("contract-site").isEmpty()
                || reading.of("contract-site", CONTRACT, contract.id()).stream()
                        .allMatch(it -> it.ref("site") != null && accepted.contains(Reading.ref(it, "site")));
    }
}
