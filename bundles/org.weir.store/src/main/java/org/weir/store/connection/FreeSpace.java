package org.weir.store.connection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;

/**
 * Refuses to write when the disk is almost full, because HSQLDB on a full disk acknowledges commits that it does not
 * keep. Looks at the disk at most once a second.
 */
public final class FreeSpace {
    private static final Logger LOG = LoggerFactory.getLogger(FreeSpace.class);
    private static final long EVERY = TimeUnit.SECONDS.toNanos(1);
    private static final String FILE = "hsqldb:file:";

    private final @Nullable Path folder;
    private final long reserve;
    private volatile long lookedAt = System.nanoTime() - 2 * EVERY;
    private volatile boolean enough = true;

    public FreeSpace(Settings settings) {
        String place = settings.place();
        this.folder = place.startsWith(FILE)
                ? Path.of(place.substring(FILE.length())).toAbsolutePath().getParent()
                : null;
        this.reserve = settings.reserve();
    }

    /** @throws ProblemException 503 when there is too little */
    public void require() {
        if (folder == null || reserve <= 0) {
            return;
        }
        long now = System.nanoTime();
        if (now - lookedAt > EVERY) {
            lookedAt = now;
            look(folder);
        }
        if (!enough) {
            throw new ProblemException(503, Text.of("problem.disk-full"), List.of());
        }
    }

    private void look(Path place) {
        try {
            boolean before = enough;
            enough = Files.getFileStore(place).getUsableSpace() >= reserve;
            if (before && !enough) {
                LOG.error("Less than {} bytes are free in {}: nothing is written until there is more", reserve, place);
            } else if (!before && enough) {
                LOG.info("There is enough free space in {} again", place);
            }
        } catch (IOException e) {
            LOG.error("The free space of {} cannot be read", place, e);
        }
    }
}
