package org.weir.relationship.team;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.records.api.RecordDeclaration;
import org.weir.store.api.Database;

/** Brings account teams into the suite. */
@Component
public final class AccountMemberRecord implements RecordDeclaration {
    private final Database database;

    @Activate
    public AccountMemberRecord(@Reference(target = "(schema=relationship)") Database database) {
        this.database = database;
    }

    @Override
    public Class<? extends Record> record() {
        return AccountMember.class;
    }

    @Override
    public Database database() {
        return database;
    }
}
