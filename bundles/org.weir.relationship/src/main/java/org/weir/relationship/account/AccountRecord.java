package org.weir.relationship.account;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.records.api.RecordDeclaration;
import org.weir.store.api.Database;

/** Brings accounts into the suite. */
@Component
public final class AccountRecord implements RecordDeclaration {
    private final Database database;

    @Activate
    public AccountRecord(@Reference(target = "(schema=relationship)") Database database) {
        this.database = database;
    }

    @Override
    public Class<? extends Record> record() {
        return Account.class;
    }

    @Override
    public Database database() {
        return database;
    }
}
