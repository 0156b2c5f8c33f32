package org.weir.aftersales.installed;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.records.api.Row;
import org.weir.records.api.Validator;
import org.weir.store.api.Database;

/** A unit belongs to the customer whose system it is part of, and there is some of it. */
@Component
public final class CheckUnit implements Validator {
    private final InstalledStore store;

    @Activate
    public CheckUnit(@Reference(target = "(schema=aftersales)") Database database) {
        this.store = new InstalledStore(database);
    }

    @Override
    public String type() {
        return "unit";
    }

    /** It stands where its system stands, unless told otherwise. */
    @Override
    public Map<String, @Nullable Object> derive(Change change) {
        Row after = change.after();
        if (after == null || after.get("site") != null) {
            return Map.of();
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        store.siteOf(Objects.requireNonNull(after.ref("system"))).ifPresent(it -> values.put("site", it));
        return values;
    }

    @Override
    public void check(Change change, Rejections rejections) {
        Row after = change.after();
        if (after == null) {
            return;
        }
        UUID account = Objects.requireNonNull(after.ref("account"));
        UUID system = Objects.requireNonNull(after.ref("system"));
        if (!store.accountOf(system).filter(account::equals).isPresent()) {
            rejections.reject("system", Text.of("unit.of-another-customer"));
        }
        if (stands(change, after) && store.inService(after)) {
            rejections.reject("serial", Text.of("unit.serial-in-use"));
        }
        BigDecimal quantity = (BigDecimal) Objects.requireNonNull(after.get("quantity"));
        if (quantity.signum() <= 0) {
            rejections.reject("quantity", Text.of("unit.quantity-above-zero"));
        }
    }

    /** Whether it begins to be in service under a serial number. */
    private static boolean stands(Change change, Row after) {
        return "in-service".equals(after.text("state"))
                && after.get("serial") != null
                && after.get("itemCode") != null
                && (change.changes("serial") || change.changes("itemCode") || change.changes("state"));
    }
}
