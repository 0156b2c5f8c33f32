package org.weir.relationship.account;

import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.records.api.Row;
import org.weir.records.api.Validator;
import org.weir.store.api.Database;

/** Keeps the group tree a tree: nobody belongs to a company of its own group. */
@Component
public final class KeepGroupTree implements Validator {
    private final GroupTree tree;

    @Activate
    public KeepGroupTree(@Reference(target = "(schema=relationship)") Database database) {
        this.tree = new GroupTree(database);
    }

    @Override
    public String type() {
        return "account";
    }

    @Override
    public void check(Change change, Rejections rejections) {
        Row after = change.after();
        if (after == null || !change.changes("parent")) {
            return;
        }
        UUID parent = after.ref("parent");
        if (parent != null && tree.upwards(parent).contains(after.id())) {
            rejections.reject("parent", Text.of("account.parent-loop"));
        }
    }
}
