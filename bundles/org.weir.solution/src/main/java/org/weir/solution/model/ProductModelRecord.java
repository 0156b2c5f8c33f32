package org.weir.solution.model;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.records.api.RecordDeclaration;
import org.weir.store.api.Database;

/** Brings product models into the suite. */
@Component
public final class ProductModelRecord implements RecordDeclaration {
    private final Database database;

    @Activate
    public ProductModelRecord(@Reference(target = "(schema=solution)") Database database) {
        this.database = database;
    }

    @Override
    public Class<? extends Record> record() {
        return ProductModel.class;
    }

    @Override
    public Database database() {
        return database;
    }
}
