package org.weir.relationship.site;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.records.api.Row;
import org.weir.records.api.Validator;
import org.weir.store.api.Database;

/** A site's name is unique within its account, its position is on the earth, and its time zone is one. */
@Component
public final class CheckSite implements Validator {
    private final Database database;

    @Activate
    public CheckSite(@Reference(target = "(schema=relationship)") Database database) {
        this.database = database;
    }

    @Override
    public String type() {
        return "site";
    }

    @Override
    public void check(Change change, Rejections rejections) {
        Row after = change.after();
        if (after == null) {
            return;
        }
        UUID account = after.ref("account");
        boolean moved = change.changes("name") || change.changes("account");
        if (account != null && moved && taken(account, String.valueOf(after.get("name")), after.id())) {
            rejections.reject("name", Text.of("site.name-taken"));
        }
        if (beyond(after.get("latitude"), 90)) {
            rejections.reject("latitude", Text.of("site.latitude-range"));
        }
        if (beyond(after.get("longitude"), 180)) {
            rejections.reject("longitude", Text.of("site.longitude-range"));
        }
        String zone = after.text("zone");
        if (zone != null && !ZoneId.getAvailableZoneIds().contains(zone)) {
            rejections.reject("zone", Text.of("site.zone-unknown"));
        }
    }

    private static boolean beyond(@Nullable Object degrees, int most) {
        return degrees instanceof BigDecimal number && number.abs().compareTo(BigDecimal.valueOf(most)) > 0;
    }

    private boolean taken(UUID account, String name, UUID except) {
        return database.read(handle -> handle.createQuery("""
                        select count(*) from relationship.site
                        where account = :account and lower(name) = lower(:name) and id <> :except
                        """)
                        .bind("account", account)
                        .bind("name", name)
                        .bind("except", except)
                        .mapTo(Long.class)
                        .one()
                > 0);
    }
}
