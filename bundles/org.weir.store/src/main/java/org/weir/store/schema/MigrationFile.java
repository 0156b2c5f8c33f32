package org.weir.store.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** One file such as {@code V1__accounts.sql}. */
public record MigrationFile(String name, String sql) {
    /** The same for the same files with the same content, whatever their order. */
    static String fingerprint(Collection<MigrationFile> files) {
        List<MigrationFile> sorted =
                files.stream().sorted(Comparator.comparing(MigrationFile::name)).toList();
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (MigrationFile file : sorted) {
                digest.update((file.name + '\0' + file.sql + '\0').getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
