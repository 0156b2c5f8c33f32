package org.weir.solution.quote;

import org.weir.access.api.Access;
import org.weir.access.api.Actor;

/** A use case has checked that the person may do this; what it writes is written by that person, whatever else they may. */
public final class OnBehalf {
    private OnBehalf() {}

    public static Actor of(Actor person, Access access) {
        Actor system = access.system();
        return new Actor(
                person.user(),
                person.login(),
                person.name(),
                person.locale(),
                person.zone(),
                person.ownTeam(),
                system.teams(),
                system.regions(),
                system.grants());
    }
}
