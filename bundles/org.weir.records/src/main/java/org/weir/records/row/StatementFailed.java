package org.weir.records.row;

import java.sql.SQLException;
import java.util.Locale;
import org.jdbi.v3.core.JdbiException;

/** The database refused a statement. */
public final class StatementFailed extends JdbiException {
    private static final long serialVersionUID = 1L;
    private static final String UNIQUE = "23505";
    private static final String REFERENCE = "23503";

    private final String says;

    StatementFailed(Sql sql, SQLException cause) {
        super(cause.getMessage() + " in " + sql, cause);
        says = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    }

    public boolean violatesUnique() {
        return UNIQUE.equals(state());
    }

    public boolean violatesReference() {
        return REFERENCE.equals(state()) || "23504".equals(state());
    }

    /** A value too long or too large for its column. */
    public boolean unfit() {
        return state().startsWith("22");
    }

    private String state() {
        return getCause() instanceof SQLException e && e.getSQLState() != null ? e.getSQLState() : "";
    }

    /** What the database says, in lower case: it names the constraint. */
    public String says() {
        return says;
    }
}
