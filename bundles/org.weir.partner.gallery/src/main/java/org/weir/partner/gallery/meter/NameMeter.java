package org.weir.partner.gallery.meter;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.Actor;
import org.weir.records.api.Completion;

/** A meter without a name is called by its serial number. */
@Component
public final class NameMeter implements Completion {
    @Override
    public String type() {
        return Meter.TYPE;
    }

    @Override
    public Map<String, ?> complete(Actor actor, Map<String, Object> given) {
        Object serial = given.get("serial");
        return serial == null ? Map.of() : Map.of("name", serial);
    }
}
