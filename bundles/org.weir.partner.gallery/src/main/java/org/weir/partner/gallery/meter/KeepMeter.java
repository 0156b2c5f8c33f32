package org.weir.partner.gallery.meter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.partner.gallery.setting.GallerySettings;
import org.weir.records.api.Row;
import org.weir.records.api.Validator;

/** A meter never runs backwards, and each reading says when the next is due. */
@Component
public final class KeepMeter implements Validator {
    private final GallerySettings settings;

    @Activate
    public KeepMeter(@Reference GallerySettings settings) {
        this.settings = settings;
    }

    @Override
    public String type() {
        return Meter.TYPE;
    }

    @Override
    public Map<String, @Nullable Object> derive(Change change) {
        Row after = change.after();
        if (after == null || !change.changes("readOn")) {
            return Map.of();
        }
        LocalDate read = (LocalDate) after.get("readOn");
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("dueOn", read == null ? null : read.plusDays(settings.days()));
        return values;
    }

    @Override
    public void check(Change change, Rejections rejections) {
        BigDecimal before = kwh(change.before());
        BigDecimal after = kwh(change.after());
        if (before != null && after != null && after.compareTo(before) < 0) {
            rejections.reject("kwh", Text.of("gallery.backwards", before));
        }
    }

    private static @Nullable BigDecimal kwh(@Nullable Row row) {
        return row == null ? null : (BigDecimal) row.get("kwh");
    }
}
