package org.weir.store.schema;

import java.io.Reader;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Collection;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** Gives Flyway the files of exactly one bundle; no class path is scanned. */
record FilesForFlyway(Collection<MigrationFile> files) implements ResourceProvider {
    @Override
    public @Nullable LoadableResource getResource(String name) {
        return files.stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .map(InMemory::new)
                .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return files.stream()
                .filter(file -> file.name().startsWith(prefix)
                        && Arrays.stream(suffixes).anyMatch(file.name()::endsWith))
                .map(file -> (LoadableResource) new InMemory(file))
                .toList();
    }

    private static final class InMemory extends LoadableResource {
        private final MigrationFile file;

        InMemory(MigrationFile file) {
            this.file = file;
        }

        @Override
        public Reader read() {
            return new StringReader(file.sql());
        }

        @Override
        public String getAbsolutePath() {
            return file.name();
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return file.name();
        }

        @Override
        public String getFilename() {
            return file.name();
        }

        @Override
        public String getRelativePath() {
            return file.name();
        }
    }
}
