package org.weir.rest.api;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;

/**
 * Something to read at {@code GET /api/...} that is no record, as a plan or a chain; a whiteboard service. Whatever changes
 * something is an action of a record type instead.
 */
@ConsumerType
public interface Resource {
    /** Below {@code /api}, with variables: {@code /chain/{type}/{id}}. Literals win over those of records. */
    String path();

    /** The operation's name in the OpenAPI description: {@code readChain}. */
    String name();

    /** What it is, for the OpenAPI description. */
    Text summary();

    /** Checked before it is asked; {@code signed-in} for everybody. */
    String permission();

    /**
     * The answer as a JSON object: strings, numbers, booleans, enums, dates and instants, UUIDs, texts, lists, maps and Java
     * records of them.
     *
     * @throws org.weir.base.api.ProblemException as it is to be answered
     */
    Map<String, ?> get(Ask ask);

    /** A request. */
    interface Ask {
        Actor actor();

        String path(String variable);

        /** @throws org.weir.base.api.ProblemException 404 when the variable is no UUID */
        UUID pathId(String variable);

        /** A parameter of the query, null when absent. */
        @Nullable
        String param(String name);
    }
}
