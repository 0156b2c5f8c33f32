package org.weir.store.api;

import java.util.Collection;

/** The few places where the two databases differ. */
public enum Dialect {
    HSQLDB,
    POSTGRESQL;

    /** A condition that holds when {@code column} is one of the values bound as one SQL array to {@code :parameter}. */
    public String oneOf(String column, String parameter) {
        return switch (this) {
            case HSQLDB -> column + " in (unnest(:" + parameter + "))";
            case POSTGRESQL -> column + " = any(:" + parameter + ")";
        };
    }

    /**
     * The same where it is known what will be bound: for one value PostgreSQL is told so, because it would else plan for
     * ten, find that dear, and plan anew every time.
     */
    public String oneOf(String column, String parameter, Collection<?> values) {
        return this == POSTGRESQL && values.size() == 1
                ? column + " = (:" + parameter + ")[1]"
                : oneOf(column, parameter);
    }
}
