package org.weir.records.api;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.annotation.versioning.ConsumerType;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;

/** A value worked out for many rows at once, shown like a field but never stored, filtered or sorted; a whiteboard service. */
@ConsumerType
public interface ComputedField {
    String type();

    /** Unique within the type; label under {@code record.TYPE.NAME}. */
    String name();

    int order();

    /** In the list unless columns are chosen. */
    boolean column();

    /** Values by row id: a String, Number, LocalDate, Instant, {@link Text}, or a List of {@link Badge}. */
    Map<UUID, ?> compute(Actor actor, List<Row> rows);

    /**
     * A small mark.
     *
     * @param tone {@code plain, good, warn, bad, info}; {@code face} shows initials in a circle
     * @param hint said on hover and to screen readers
     */
    record Badge(Text label, String tone, Text hint) {}
}
