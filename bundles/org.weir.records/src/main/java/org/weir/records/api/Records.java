package org.weir.records.api;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.weir.access.api.Actor;
import org.weir.base.api.Money;
import org.weir.base.api.ProblemException;

/**
 * Reads and changes records of every type. Each call checks the actor's permission on the type and its reach (visibility)
 * on the record; what one may not see does not exist (404). Changes are validated, versioned, written to history and to
 * the event log in one transaction.
 */
@ProviderType
public interface Records {
    /** @throws ProblemException 404 when absent or not visible, 403 without the permission */
    Row read(Actor actor, String type, UUID id);

    Optional<Row> find(Actor actor, String type, UUID id);

    /**
     * What a field with {@link FieldSpec#secret} holds, for the code that uses it; never for an answer.
     *
     * @return empty when nothing is there
     * @throws ProblemException 404 when the record is absent or not visible
     * @throws IllegalArgumentException when the field is no secret
     */
    Optional<String> secret(Actor actor, String type, UUID id, String field);

    /** The visible ones among the ids, in no order. */
    List<Row> readAll(Actor actor, String type, Collection<UUID> ids);

    /** Which of the ids are of records that the actor may see; cheaper than reading them. */
    Set<UUID> visible(Actor actor, String type, Collection<UUID> ids);

    /**
     * All visible records, piece by piece in the order of their ids, for whoever goes through everything: none is left out
     * or repeated, whatever is changed meanwhile.
     *
     * @param after the last id of the piece before; null to begin
     * @param limit 1 to 500
     */
    List<Row> walk(Actor actor, String type, @Nullable UUID after, int limit);

    /** @throws ProblemException 400 for an unknown field or operator, naming it */
    PageOfRows list(Actor actor, Query query);

    /** Counts up to the cap. */
    default Count count(Actor actor, Query query, int cap) {
        return counts(actor, List.of(query), cap).get(0);
    }

    /** Counts each up to the cap, all in one statement, in the order asked. */
    List<Count> counts(Actor actor, List<Query> queries, int cap);

    /** The totals of one question. */
    default List<Total> totals(Actor actor, Query query, String money) {
        return totals(actor, List.of(new Totalled(query, money))).get(0);
    }

    /**
     * How many records there are and what a money field of theirs adds up to, by currency; the records without a value
     * stand under null. All in one statement, in the order asked.
     *
     * @throws ProblemException 400 for a field that is no money
     */
    List<List<Total>> totals(Actor actor, List<Totalled> asked);

    /** The records before and after this one in the query's order; for paging through a side panel. */
    Neighbours neighbours(Actor actor, Query query, UUID id);

    /**
     * The new record must lie where the actor's permission to create reaches, as it will be stored: owner, team, region,
     * account. Fields that are read-only are the use cases' to set, which act for people: forms, import and REST leave them
     * out.
     *
     * @throws ProblemException 422 with the fields that are wrong, 409 when a unique value is taken, 403
     */
    Row create(Actor actor, Draft draft);

    /** @throws StaleException when the draft's version is no longer the record's; otherwise as create */
    Row update(Actor actor, Draft draft);

    /** @throws ProblemException 409 when other records refer to it, naming how many of which type */
    void delete(Actor actor, String type, UUID id, @Nullable Long version);

    /** Whether the actor may change or delete this very record ({@code update}, {@code delete}, or an action's name). */
    boolean may(Actor actor, String operation, Row row);

    /** Whether pages offer it: the actor may, and no {@link Validator} says that it would be refused as the record is. */
    boolean offers(Actor actor, String operation, Row row);

    /** Titles for display, also of users and teams; what is gone or not visible to the actor is missing. */
    Map<UUID, String> titles(Actor actor, String type, Collection<UUID> ids);

    /** Finds by the beginning or a part of the title (folded) or by a key; for lookups, also {@code user} and {@code team}. */
    List<Titled> lookup(Actor actor, String type, String text, int limit);

    /** Computed values of the rows, by row and then field. */
    Map<UUID, Map<String, Object>> compute(Actor actor, List<Row> rows, Collection<String> fields);

    record Titled(UUID id, String title, String detail) {}

    /** @param capped there are more than {@code number} */
    record Count(long number, boolean capped) {}

    /** @param money the name of a money field; empty to count only */
    record Totalled(Query query, String money) {}

    /** @param sum null for the records without a value */
    record Total(@Nullable Money sum, long number) {}

    record Neighbours(@Nullable UUID before, @Nullable UUID after) {}

    /** @param next cursor of the following page, null on the last; {@code previous} likewise */
    record PageOfRows(
            List<Row> rows, @Nullable String next, @Nullable String previous) {}

    /** Somebody was faster. Carries what is stored now, so that both values can be shown. */
    final class StaleException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Row stored;

        public StaleException(Row stored) {
            super("changed meanwhile, now version " + stored.version());
            this.stored = stored;
        }

        public Row stored() {
            return stored;
        }
    }
}
