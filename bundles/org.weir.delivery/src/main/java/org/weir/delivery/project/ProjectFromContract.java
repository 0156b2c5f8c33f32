package org.weir.delivery.project;

import java.time.Clock;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.base.api.Texts;
import org.weir.delivery.api.DeliveryTypes;
import org.weir.delivery.reading.Reading;
import org.weir.events.api.Event;
import org.weir.events.api.EventConsumer;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.store.api.Database;

/** A signed contract becomes a project; a site named in the contract later joins it. */
@Component
public final class ProjectFromContract implements EventConsumer {
    private static final String SIGNED = "contract.signed";
    private static final String SITE_TOLD = "contract-site.changed";

    private final Records records;
    private final RecordTypes types;
    private final Access access;
    private final Texts texts;
    private final Database database;

    @Activate
    public ProjectFromContract(
            @Reference Records records,
            @Reference RecordTypes types,
            @Reference Access access,
            @Reference Texts texts,
            @Reference(target = "(schema=delivery)") Database database) {
        this.records = records;
        this.types = types;
        this.access = access;
        this.texts = texts;
        this.database = database;
    }

    @Override
    public String name() {
        return "org.weir.delivery.project";
    }

    @Override
    public boolean wants(String eventType) {
        return eventType.equals(SIGNED) || eventType.equals(SITE_TOLD);
    }

    @Override
    public void on(Event event) {
        MakeProject make = new MakeProject(records, access.system(), texts, database, Clock.systemUTC());
        if (event.type().equals(SIGNED)) {
            if (types.find("contract").isPresent() && isToDeliver(event.subject())) {
                make.of(event.subject());
            }
            return;
        }
        records.find(access.system(), "contract-site", event.subject()).ifPresent(it -> {
            UUID contract = Reading.ref(it, "contract");
            if (!new Reading(records, access.system())
                    .of(DeliveryTypes.PROJECT, "contract", contract)
                    .isEmpty()) {
                make.of(contract);
            }
        });
    }

    /** A contract that was fulfilled before delivery came to know of it needs no project any more. */
    private boolean isToDeliver(UUID contract) {
        return records.find(access.system(), "contract", contract)
                .filter(it -> !"fulfilled".equals(it.get("state")))
                .isPresent();
    }
}
