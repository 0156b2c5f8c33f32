package org.weir.store.connection;

import java.sql.SQLException;
import java.util.Objects;

/** Why a database would not let us in. */
enum Refusal {
    LOCKED("is locked by another process: is Weir running already?"),
    WRONG_PASSWORD("refuses the user name or the password (conf/org.weir.store.cfg)."),
    MISSING("does not exist: create it, then start again."),
    UNREACHABLE("cannot be reached: is it running, and is the address in conf/org.weir.store.cfg right?"),
    FULL("has no connection left: raise its limit or lower poolSize in conf/org.weir.store.cfg."),
    UNWRITABLE("cannot be read or written: look at the rights of the folder and the free space of the disk."),
    OTHER("cannot be opened");

    private static final int HSQLDB_LOCK = -451;
    /** HSQLDB gives the same code to a lock that another process holds and to one that it cannot write. */
    private static final String HELD = "checkHeartbeat";

    private static final int HSQLDB_FILE = -452;
    private static final int HSQLDB_FILE_ACCESS = -29;

    private final String words;

    Refusal(String words) {
        this.words = words;
    }

    static Refusal of(SQLException e) {
        String state = Objects.requireNonNullElse(e.getSQLState(), "");
        int code = e.getErrorCode();
        if (code == HSQLDB_LOCK && String.valueOf(e.getMessage()).contains(HELD)) {
            return LOCKED;
        } else if (code == HSQLDB_LOCK || code == HSQLDB_FILE || code == HSQLDB_FILE_ACCESS) {
            return UNWRITABLE;
        } else if (state.startsWith("28") || state.equals("08004")) {
            return WRONG_PASSWORD;
        } else if (state.equals("3D000")) {
            return MISSING;
        } else if (state.startsWith("08")) {
            return UNREACHABLE;
        } else if (state.equals("53300")) {
            return FULL;
        }
        return OTHER;
    }

    String sentence(Settings settings, SQLException e) {
        String subject = "The database " + settings + " " + words;
        return this == OTHER ? subject + ": " + e.getMessage() : subject;
    }
}
