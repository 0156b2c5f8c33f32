package org.weir.store.api;

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
}
