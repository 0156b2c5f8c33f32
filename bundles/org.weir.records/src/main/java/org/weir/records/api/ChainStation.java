package org.weir.records.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;
import org.weir.access.api.Actor;
import org.weir.base.api.Money;
import org.weir.base.api.Text;

/**
 * Makes a record type a station of the chain from a customer's need to the maintained installation; a whiteboard service.
 * Records of stations are linked by the references between them; nothing else is to be said.
 */
@ConsumerType
public interface ChainStation {
    String type();

    /**
     * Where it stands: lead 100, opportunity 200, need 300, configuration 400, quote 500, contract 600, project 700,
     * acceptance 800, installed system 900, service contract 1000, ticket 1100, case 1200.
     */
    int order();

    /** What to show of the rows, by their ids. */
    Map<UUID, Facts> facts(Actor actor, List<Row> rows);

    /**
     * @param date when it happened or began
     * @param due when it is to be done; null when nothing is due any more
     * @param money what it is worth
     * @param responsible a user
     * @param state the state as people call it
     * @param tone {@code plain, good, warn, bad, info}
     * @param late why it is late, null when it is not
     */
    record Facts(
            @Nullable LocalDate date,
            @Nullable LocalDate due,
            @Nullable Money money,
            @Nullable UUID responsible,
            Text state,
            String tone,
            @Nullable Text late) {}
}
