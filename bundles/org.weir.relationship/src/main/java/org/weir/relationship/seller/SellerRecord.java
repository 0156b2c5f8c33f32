package org.weir.relationship.seller;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.records.api.RecordDeclaration;
import org.weir.store.api.Database;

/** Brings sellers into the suite. */
@Component
public final class SellerRecord implements RecordDeclaration {
    private final Database database;

    @Activate
    public SellerRecord(@Reference(target = "(schema=relationship)") Database database) {
        this.database = database;
    }

    @Override
    public Class<? extends Record> record() {
        return Seller.class;
    }

    @Override
    public Database database() {
        return database;
    }
}
