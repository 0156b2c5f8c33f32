package org.weir.records.api;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.weir.access.api.Actor;

/** Offers and runs {@link Action}s with every check made, the same for the UI and for REST. */
@ProviderType
public interface Actions {
    /** The fields of {@link Action#input()} in order, empty for none. Labels: {@code record.TYPE.action.NAME.FIELD}. */
    List<Field> input(Action action);

    /** Those at the place that the actor has the permission for, in order. */
    List<Action> at(Actor actor, String type, Action.Place place);

    /** Those at RECORD that the actor may run on this very record and that apply to it now, in order. */
    List<Action> on(Actor actor, Row row);

    /**
     * Runs an action. With {@code ids} it runs on those records (place RECORD for one, else SELECTION), with {@code query}
     * on the list.
     *
     * @param input values by the kinds of {@link #input}; absent and null mean empty
     * @throws org.weir.base.api.ProblemException 404 for an unknown action or a record that is not visible, 403 without the
     *     permission, 409 when it does not apply to a record now, 422 with the input fields that are wrong
     */
    Action.Done run(
            Actor actor,
            String type,
            String action,
            Collection<UUID> ids,
            @Nullable Query query,
            Map<String, ? extends @Nullable Object> input);
}
