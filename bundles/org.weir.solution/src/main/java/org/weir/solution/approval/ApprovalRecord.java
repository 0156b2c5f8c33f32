package org.weir.solution.approval;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.records.api.RecordDeclaration;
import org.weir.store.api.Database;

/** Brings approvals into the suite. */
@Component
public final class ApprovalRecord implements RecordDeclaration {
    private final Database database;

    @Activate
    public ApprovalRecord(@Reference(target = "(schema=solution)") Database database) {
        this.database = database;
    }

    @Override
    public Class<? extends Record> record() {
        return Approval.class;
    }

    @Override
    public Database database() {
        return database;
    }
}
