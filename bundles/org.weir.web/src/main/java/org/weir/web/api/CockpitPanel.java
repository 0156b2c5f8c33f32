package org.weir.web.api;

import gg.jte.Content;
import org.osgi.annotation.versioning.ConsumerType;
import org.weir.base.api.Text;
import org.weir.records.api.Row;

/** A box of the account cockpit; a whiteboard service. A failing one shows its error, the page stands. */
@ConsumerType
public interface CockpitPanel {
    int order();

    /** In the narrow column at the side, otherwise in the wide one. */
    boolean side();

    Text title();

    String permission();

    /** @param account a row of type {@code account} */
    Content show(Visit visit, Row account) throws Exception;
}
