package org.weir.delivery.template;

import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.access.api.Access;
import org.weir.base.api.Gate;
import org.weir.base.api.Texts;
import org.weir.delivery.api.DeliveryTypes;
import org.weir.delivery.reading.Reading;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.store.api.Database;

/**
 * Gives an installation that has no project template the standard one, so that its first contract becomes a project. It is
 * made once the record types are there, and not again when somebody has deleted it while others exist.
 */
@Component(service = MakeStandardTemplate.class, immediate = true)
public final class MakeStandardTemplate {
    private static final Logger LOG = LoggerFactory.getLogger(MakeStandardTemplate.class);
    private static final int TRIES = 120;
    private static final int PAUSE_MILLIS = 500;

    private final Records records;
    private final RecordTypes types;
    private final Access access;
    private final Texts texts;
    private final Database database;
    private final Gate gate;
    private final Thread waiting;

    @Activate
    public MakeStandardTemplate(
            @Reference Records records,
            @Reference RecordTypes types,
            @Reference Access access,
            @Reference Texts texts,
            @Reference Gate gate,
            @Reference(target = "(schema=delivery)") Database database) {
        this.records = records;
        this.types = types;
        this.access = access;
        this.texts = texts;
        this.gate = gate;
        this.database = database;
        waiting = new Thread(this::whenReady, "delivery-template");
        waiting.setDaemon(true);
        waiting.start();
    }

    @Deactivate
    void stop() {
        waiting.interrupt();
    }

    private void whenReady() {
        try {
            for (int i = 0; i < TRIES && !ready(); i++) {
                Thread.sleep(PAUSE_MILLIS);
            }
            if (ready()) {
                make();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("The standard project template could not be made; the next contract tries again", e);
        }
    }

    private boolean ready() {
        return types.find(DeliveryTypes.PROJECT_TEMPLATE).isPresent()
                && types.find(DeliveryTypes.TEMPLATE_STEP).isPresent()
                && types.find(DeliveryTypes.TEMPLATE_LINK).isPresent();
    }

    private void make() {
        Gate.Pass pass = gate.enter();
        try {
            Reading reading = new Reading(records, access.system());
            database.perform(handle -> {
                if (reading.all(DeliveryTypes.PROJECT_TEMPLATE, null).isEmpty()) {
                    new StandardTemplate(records, access.system(), texts).make(Locale.ENGLISH, "");
                }
            });
        } finally {
            pass.close();
        }
    }
}
