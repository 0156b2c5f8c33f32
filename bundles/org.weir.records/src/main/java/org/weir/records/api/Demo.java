package org.weir.records.api;

import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;
import org.weir.access.api.Actor;

/** Makes demo data through the services, once, when Weir is started with its demo; a whiteboard service, run by order. */
@ConsumerType
public interface Demo {
    /** Remembered when done, never run again. */
    String name();

    int order();

    /** Names of the record types it makes records of; it is made when all of them are there. */
    Set<String> needs();

    void make(Actor system) throws Exception;
}
