package org.weir.solution.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.weir.store.api.Database;

/** Keeps the sources of product models. */
final class ModelStore {
    private final Database database;

    ModelStore(Database database) {
        this.database = database;
    }

    Optional<String> fingerprint(UUID model) {
        return database.read(handle -> handle.createQuery(
                        "select fingerprint from solution.product_model_source where model = :model")
                .bind("model", model)
                .mapTo(String.class)
                .findOne());
    }

    Optional<String> source(UUID model) {
        return database.read(
                handle -> handle.createQuery("select source from solution.product_model_source where model = :model")
                        .bind("model", model)
                        .mapTo(String.class)
                        .findOne());
    }

    void save(UUID model, String source) {
        database.perform(handle -> {
            handle.createUpdate("delete from solution.product_model_source where model = :model")
                    .bind("model", model)
                    .execute();
            handle.createUpdate("""
                            insert into solution.product_model_source (model, fingerprint, language, source)
                            values (:model, :fingerprint, 'uvl', :source)""")
                    .bind("model", model)
                    .bind("fingerprint", digest(source))
                    .bind("source", source)
                    .execute();
        });
    }

    private static String digest(String source) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
