package org.weir.web.api;

import org.osgi.annotation.versioning.ConsumerType;

/** A page of the suite, shown inside the shell; a whiteboard service. */
@ConsumerType
public interface Page {
    /** A permission that everybody signed in has. */
    String SIGNED_IN = "signed-in";

    /** A path below the root, with variables: {@code /visits/plan}, {@code /visits/{id}/route}. Literals win. */
    String path();

    /** Checked before {@link #get} and {@link #post}; {@link #SIGNED_IN} for everybody. */
    String permission();

    Reply get(Visit visit) throws Exception;

    /** A form sent to the page; the shell has checked the CSRF token. */
    default Reply post(Visit visit) throws Exception {
        return new Reply.NotAllowed();
    }
}
