package org.weir.aftersales.ticket;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.records.api.RecordDeclaration;
import org.weir.store.api.Database;

/** Brings tickets into the suite. */
@Component
public final class TicketRecord implements RecordDeclaration {
    private final Database database;

    @Activate
    public TicketRecord(@Reference(target = "(schema=aftersales)") Database database) {
        this.database = database;
    }

    @Override
    public Class<? extends Record> record() {
        return Ticket.class;
    }

    @Override
    public Database database() {
        return database;
    }
}
