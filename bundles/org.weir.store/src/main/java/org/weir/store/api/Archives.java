package org.weir.store.api;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The whole database and folders beside it in one zip file, the same for both databases: what {@code weir backup} writes
 * and {@code weir restore} reads. Nothing of a table is ever held in memory as a whole.
 */
@ProviderType
public interface Archives {
    /**
     * Writes all schemas as they are at one moment, while others go on writing, then the folders. The file appears under
     * its name only when it is whole; readable by its owner only, as it holds passwords of the configuration.
     *
     * @param folders name inside the archive to folder, or to a single file; what does not exist is left out
     */
    Contents write(Path file, Map<String, Path> folders, Progress progress) throws IOException, Refused;

    /** Reads everything and compares it with the checksums inside. @throws Refused when it is damaged or incomplete */
    Contents check(Path file) throws Refused;

    /**
     * Reads an archive into this database, which must be empty, and into the folders, then reads the database again and
     * compares. A failure leaves the database empty. Every schema stands as it was when the archive was written; bundles
     * migrate it further when they start.
     *
     * @param folders name inside the archive to folder, which must be empty or not there; folders of the archive that
     *     are not named are left out
     * @throws Refused when the archive is damaged or newer than this Weir, or something is not empty
     */
    Contents restore(Path file, Map<String, Path> folders, Progress progress) throws IOException, Refused;

    /** As {@link #restore}, into another database; without folders. */
    Contents restoreInto(Target target, Path file, Progress progress) throws IOException, Refused;

    /** A database by its JDBC address. */
    record Target(String url, String user, String password) {}

    /** What an archive holds. @param version of the Weir that wrote it */
    record Contents(Instant writtenAt, String version, int tables, long rows, int files, long bytes) {}

    /** Told now and then what is being worked on, such as {@code relationship.account} or {@code files}. */
    @FunctionalInterface
    interface Progress {
        void at(String what, int done, int total);
    }

    /** It cannot be done; the message is a sentence for whoever tried. */
    final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        public Refused(String sentence) {
            super(sentence);
        }

        public Refused(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }
}
