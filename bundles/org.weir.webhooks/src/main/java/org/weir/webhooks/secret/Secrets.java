package org.weir.webhooks.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Ids;
import org.weir.store.api.Database;
import org.weir.store.api.Seal;

/** The secrets of webhooks, and signatures made with them after Standard Webhooks. */
public final class Secrets {
    /** How long a secret that was replaced goes on signing, unless told otherwise. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    static final String TABLE = "webhooks.secret";
    static final String KEY = "id";
    static final String COLUMN = "secret";
    private static final String PLACE = TABLE + "." + COLUMN;
    private static final String PREFIX = "whsec_";
    private static final int OCTETS = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Database database;
    private final Clock clock;
    private final Seal seal;

    /** A secret without its secret. @param endsAt null for the one that was made last */
    public record Made(Instant at, @Nullable Instant endsAt) {}

    /** @param database the schema {@code webhooks} */
    public Secrets(Database database, Clock clock, Seal seal) {
        this.seal = seal;
        this.database = database;
        this.clock = clock;
    }

    /** Makes a new one, which is told here and never again; the one before signs besides it for a while. */
    public String make(UUID webhook, Duration overlap) {
        byte[] octets = new byte[OCTETS];
        RANDOM.nextBytes(octets);
        String secret = PREFIX + Base64.getEncoder().encodeToString(octets);
        Instant now = clock.instant();
        UUID id = Ids.next();
        database.perform(handle -> {
            handle.createUpdate("delete from webhooks.secret where webhook = :webhook and ends_at is not null")
                    .bind("webhook", webhook)
                    .execute();
            handle.createUpdate("update webhooks.secret set ends_at = :ends where webhook = :webhook")
                    .bind("webhook", webhook)
                    .bind("ends", now.plus(overlap))
                    .execute();
            handle.createUpdate("""
                            insert into webhooks.secret (id, webhook, secret, made_at)
                            values (:id, :webhook, :secret, :now)
                            """)
                    .bind("id", id)
                    .bind("webhook", webhook)
                    .bind("secret", seal.seal(PLACE, id.toString(), secret))
                    .bind("now", now)
                    .execute();
        });
        return secret;
    }

    /** Those that sign now, the newest first. */
    public List<Made> made(UUID webhook) {
        return database.read(handle -> handle.createQuery("""
                        select made_at, ends_at from webhooks.secret
                        where webhook = :webhook and (ends_at is null or ends_at > :now) order by made_at desc
                        """)
                .bind("webhook", webhook)
                .bind("now", clock.instant())
                .map((row, context) -> new Made(
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        instant(row.getObject("ends_at", OffsetDateTime.class))))
                .list());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    /** The header {@code webhook-signature}: one signature for each secret that signs now. */
    public String sign(UUID webhook, UUID message, Instant at, String body) {
        List<String> secrets = database.read(handle -> handle.createQuery("""
                        select id, secret from webhooks.secret
                        where webhook = :webhook and (ends_at is null or ends_at > :now) order by made_at desc
                        """)
                .bind("webhook", webhook)
                .bind("now", at)
                .map((row, context) ->
                        seal.open(PLACE, row.getObject("id", UUID.class).toString(), row.getString(COLUMN)))
                .list());
        String content = message + "." + at.getEpochSecond() + "." + body;
        return secrets.stream().map(it -> "v1," + signature(it, content)).collect(Collectors.joining(" "));
    }

    private static String signature(String secret, String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(PREFIX.length())), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
