package org.weir.partner.gallery.remind;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.jobs.api.Jobs;
import org.weir.partner.gallery.meter.Meter;
import org.weir.records.api.Action;

/** A button over the list of meters. What takes long is not done here but written down as a job. */
@Component
public final class RemindReaders implements Action {
    private final Jobs jobs;

    @Activate
    public RemindReaders(@Reference Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public String type() {
        return Meter.TYPE;
    }

    @Override
    public String name() {
        return "remind";
    }

    @Override
    public Set<Place> places() {
        return Set.of(Place.LIST);
    }

    @Override
    public Done run(Call call) {
        UUID me = call.actor().user();
        UUID job = jobs.enqueue(WriteReminders.NAME, Text.of("gallery.remind"), me, Map.of("by", me.toString()), null);
        return Done.started(Text.of("gallery.remind-started"), job);
    }
}
