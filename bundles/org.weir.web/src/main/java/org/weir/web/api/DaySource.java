package org.weir.web.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;
import org.weir.base.api.Text;

/** Says what waits for the reader today; a whiteboard service. A failing source is named, the others are shown. */
@ConsumerType
public interface DaySource {
    /** Unique; named when the source fails. */
    Text name();

    int order();

    /** Checked before; {@link Page#SIGNED_IN} for everybody. */
    String permission();

    /** What is late, due today (in the reader's zone), soon, or waits for the reader's approval; the most urgent first, at most 50. */
    List<Item> items(Visit visit) throws Exception;

    enum Kind {
        LATE,
        TODAY,
        APPROVAL,
        SOON
    }

    /**
     * @param due null when it has no time
     * @param title what it is about, as data gives it
     * @param detail why it stands here, and for whom
     * @param icon of the shell's sprite
     * @param href where one deals with it
     * @param verb the label of the one thing to do next; null to say no more than "open"
     */
    record Item(
            Kind kind,
            @Nullable Instant due,
            String title,
            Text detail,
            String icon,
            String href,
            @Nullable Text verb) {}
}
