package org.weir.web.api;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.weir.base.api.Text;
import org.weir.records.api.Row;

/** One of the figures at the head of the account cockpit, in the order of the chain; a whiteboard service. */
@ConsumerType
public interface CockpitFigure {
    /** Needs 100, quotes 200, contracts 300, in delivery 400, accepted 500, installed 600, tickets 700, satisfaction 800. */
    int order();

    Text label();

    String permission();

    /** @param account a row of type {@code account}; empty shows a dash */
    Optional<Figure> show(Visit visit, Row account) throws Exception;

    /**
     * @param value formatted for the reader
     * @param note the small line below
     * @param tone of the note: {@code plain, good, warn, bad}
     * @param href the records behind it
     */
    record Figure(String value, Text note, String tone, String href) {}
}
