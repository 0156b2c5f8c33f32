package org.weir.relationship.account;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.records.api.ComputedField;
import org.weir.records.api.Row;
import org.weir.store.api.Database;

/** How many companies stand directly below an account in its group. */
@Component
public final class CompaniesBelow implements ComputedField {
    private final GroupTree tree;

    @Activate
    public CompaniesBelow(@Reference(target = "(schema=relationship)") Database database) {
        this.tree = new GroupTree(database);
    }

    @Override
    public String type() {
        return "account";
    }

    @Override
    public String name() {
        return "companiesBelow";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public boolean column() {
        return false;
    }

    @Override
    public Map<UUID, ?> compute(Actor actor, List<Row> rows) {
        return tree.countChildren(rows.stream().map(Row::id).toList());
    }
}
