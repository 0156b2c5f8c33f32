package org.weir.store.connection;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.hsqldb.HsqlException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.base.api.Notice;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;

/**
 * Refuses to write while the disk is almost full, because HSQLDB on a full disk acknowledges commits that it does not
 * keep. Looks before each transaction and again before its commit, which may go down to half the reserve; the rest is
 * for what the engine writes by itself. Asking the file system takes a microsecond.
 */
public final class FreeSpace implements Notice {
    private static final Logger LOG = LoggerFactory.getLogger(FreeSpace.class);
    /** A checkpoint keeps a copy of each page that it overwrites: as much as the data at most, this much for sure. */
    private static final long LARGEST_CHECKPOINT = 256L * 1024 * 1024;

    private static final String FILE = "hsqldb:file:";
    private static final Text FULL = Text.of("problem.disk-full");

    private final @Nullable File folder;
    private final File rows;
    private final long reserve;
    private volatile boolean full;

    public FreeSpace(Settings settings) {
        String place = settings.place();
        File database = new File(place.startsWith(FILE) ? place.substring(FILE.length()) : "none").getAbsoluteFile();
        this.folder = place.startsWith(FILE) && settings.reserve() > 0 ? database.getParentFile() : null;
        this.rows = new File(database.getPath() + ".data");
        this.reserve = settings.reserve();
    }

    /** Before a transaction. @throws ProblemException 503 when there is too little */
    public void require() {
        if (full()) {
            throw new ProblemException(503, FULL, List.of());
        }
    }

    /** Before a commit of what began while there was enough. @throws ProblemException 503 when there is too little */
    public void requireToCommit() {
        if (folder != null && folder.getUsableSpace() < watermark() / 2) {
            full();
            throw new ProblemException(503, FULL, List.of());
        }
    }

    /**
     * Throws a 503 in the place of a failure of the database to write to a disk without room, which on a disk that is full
     * to the last byte may befall a reader too: what he reads needs the place of changed rows in memory. Otherwise returns.
     */
    public void told(Exception failure) {
        if (withoutRoom(failure) && full()) {
            ProblemException noRoom = new ProblemException(503, FULL, List.of());
            noRoom.initCause(failure);
            throw noRoom;
        }
    }

    private static boolean withoutRoom(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HsqlException && cause.getCause() instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing is written for now. Ends when there is a quarter more than the reserve. */
    public boolean full() {
        if (folder == null) {
            return false;
        }
        long free = folder.getUsableSpace();
        long needed = watermark();
        boolean before = full;
        boolean now = free < (before ? needed + needed / 4 : needed);
        if (before != now) {
            say(now, free, needed);
        }
        return now;
    }

    @Override
    public Optional<Text> now() {
        return full() ? Optional.of(FULL) : Optional.empty();
    }

    private long watermark() {
        long checkpoint = Math.min(rows.length(), LARGEST_CHECKPOINT);
        return reserve > Long.MAX_VALUE / 4 ? Long.MAX_VALUE / 4 : reserve + checkpoint;
    }

    private synchronized void say(boolean now, long free, long needed) {
        if (full == now) {
            return;
        }
        full = now;
        if (now) {
            LOG.error(
                    "{} bytes are free in {}, {} are needed: nothing is written until there are more",
                    free,
                    folder,
                    needed);
        } else {
            LOG.info("There is enough free space in {} again: {} bytes", folder, free);
        }
    }
}
