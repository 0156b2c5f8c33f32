package org.weir.partner.gallery.watch;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.HealthCheck;
import org.weir.base.api.Text;
import org.weir.partner.gallery.setting.GallerySettings;
import org.weir.store.api.Database;

/** A line of Administration › Health: whether meters are read in time. */
@Component
public final class MeterCheck implements HealthCheck {
    private final MeterCounts counts;
    private final GallerySettings settings;

    @Activate
    public MeterCheck(@Reference(target = "(schema=gallery)") Database database, @Reference GallerySettings settings) {
        this.counts = new MeterCounts(database);
        this.settings = settings;
    }

    @Override
    public String name() {
        return "gallery-meters";
    }

    @Override
    public Text title() {
        return Text.of("record.gallery-meter.many");
    }

    @Override
    public Result check() {
        long overdue = counts.overdue();
        Text words = Text.of("gallery.check", overdue);
        return overdue < settings.overdue() ? Result.good(words) : Result.warn(words);
    }
}
