package org.weir.web.api;

import org.osgi.annotation.versioning.ProviderType;
import org.weir.access.api.Actor;

/** Visits that are no requests to a page, so that what draws pages can answer the API too. */
@ProviderType
public interface Visits {
    /** One in the actor's language and zone, without path variables, parameters or a token; its icons and addresses are real. */
    Visit of(Actor actor);
}
