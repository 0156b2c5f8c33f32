package org.weir.web.api;

import gg.jte.Content;
import java.util.OptionalLong;
import org.osgi.annotation.versioning.ConsumerType;
import org.weir.base.api.Text;
import org.weir.records.api.Row;

/** A tab on the page of a record type, often another bundle's; a whiteboard service. A failing tab shows its error, the page stands. */
@ConsumerType
public interface RecordTab {
    /** For a tab that every record has; it is asked with the record's type. */
    String EVERY_TYPE = "*";

    /** The record type, or {@link #EVERY_TYPE}. */
    String type();

    /** In the URL; lower case with dashes; unique per type. */
    String name();

    /** Below 0 it stands before the record's own fields, and the first of those is what a record opens with. */
    int order();

    Text label();

    String permission();

    /** The small number beside the label. */
    default OptionalLong count(Visit visit, Row row) {
        return OptionalLong.empty();
    }

    Content show(Visit visit, Row row) throws Exception;
}
