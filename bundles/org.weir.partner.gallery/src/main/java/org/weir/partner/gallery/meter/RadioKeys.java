package org.weir.partner.gallery.meter;

import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.store.api.Database;
import org.weir.store.api.Seal;
import org.weir.store.api.SealedColumn;

/** The key with which a meter encrypts its radio lies sealed, and is sealed anew when the installation's key changes. */
@Component(service = {SealedColumn.class, RadioKeys.class})
public final class RadioKeys implements SealedColumn {
    private static final String PLACE = "gallery.radio_key.secret";

    private final Database database;
    private final Seal seal;

    @Activate
    public RadioKeys(@Reference(target = "(schema=gallery)") Database database, @Reference Seal seal) {
        this.database = database;
        this.seal = seal;
    }

    @Override
    public Database database() {
        return database;
    }

    @Override
    public String table() {
        return "gallery.radio_key";
    }

    @Override
    public String key() {
        return "meter";
    }

    @Override
    public String column() {
        return "secret";
    }

    /** Replaces what was kept before. */
    public void keep(UUID meter, String secret) {
        database.perform(handle -> {
            handle.createUpdate("delete from gallery.radio_key where meter = :meter")
                    .bind("meter", meter)
                    .execute();
            handle.createUpdate("insert into gallery.radio_key (meter, secret) values (:meter, :secret)")
                    .bind("meter", meter)
                    .bind("secret", seal.seal(PLACE, meter.toString(), secret))
                    .execute();
        });
    }

    public Optional<String> of(UUID meter) {
        return database.read(handle -> handle.createQuery("select secret from gallery.radio_key where meter = :meter")
                        .bind("meter", meter)
                        .mapTo(String.class)
                        .findOne())
                .map(it -> seal.open(PLACE, meter.toString(), it));
    }
}
