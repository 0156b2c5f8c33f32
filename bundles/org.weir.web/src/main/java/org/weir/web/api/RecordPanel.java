package org.weir.web.api;

import gg.jte.Content;
import org.osgi.annotation.versioning.ConsumerType;
import org.weir.base.api.Text;
import org.weir.records.api.Row;

/** A box beside the fields on a record's page and in its side panel; a whiteboard service. A failing one shows its error, the page stands. */
@ConsumerType
public interface RecordPanel {
    String type();

    /** Below zero it stands at the head of the narrow column, else below the fields. */
    int order();

    Text title();

    String permission();

    Content show(Visit visit, Row row) throws Exception;
}
