package org.weir.web.api;

import gg.jte.Content;
import org.osgi.annotation.versioning.ConsumerType;
import org.weir.base.api.Text;

/** A card on the home page; a whiteboard service. */
@ConsumerType
public interface HomeCard {
    int order();

    Text title();

    String permission();

    Content show(Visit visit) throws Exception;
}
