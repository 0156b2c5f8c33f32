package org.weir.admin.setting;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** What IT has set in {@code conf/PID.cfg} of this node: it stands above what is set on the page. */
final class ConfFile {
    private final Path conf;

    ConfFile(Path conf) {
        this.conf = conf;
    }

    /** The names that the file sets; none when there is no such file. */
    Set<String> names(String pid) throws IOException {
        Path file = conf.resolve(pid + ".cfg");
        if (!Files.isRegularFile(file)) {
            return Set.of();
        }
        Properties set = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            set.load(in);
        } catch (IllegalArgumentException malformed) {
            throw new IOException(file + " cannot be read: " + malformed.getMessage(), malformed);
        }
        return new TreeSet<>(set.stringPropertyNames());
    }
}
