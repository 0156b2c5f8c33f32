package org.weir.records.api;

import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;
import org.weir.access.api.Actor;

/**
 * Fills what a new record was not given from what it was: a title made of the parts, a code of the name. A whiteboard
 * service. Runs for form, import, REST and use cases alike, before anything is checked.
 */
@ConsumerType
public interface Completion {
    /** The type's name. */
    String type();

    /**
     * @param given the values with the initial ones, by the fields' kinds; without entries for what is empty
     * @return more values; those of fields that have one are not used
     */
    Map<String, ?> complete(Actor actor, Map<String, Object> given);
}
