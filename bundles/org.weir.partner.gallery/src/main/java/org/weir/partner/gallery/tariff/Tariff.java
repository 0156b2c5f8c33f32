package org.weir.partner.gallery.tariff;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/** What a kilowatt hour costs when. */
public enum Tariff {
    DAY,
    NIGHT,
    PEAK;

    /** The same in every installation. */
    UUID id() {
        return UUID.nameUUIDFromBytes(("gallery.tariff." + this).getBytes(StandardCharsets.UTF_8));
    }

    /** Text key of its name; with {@code .words} what it says. */
    public String key() {
        return "gallery.tariff." + name().toLowerCase(Locale.ROOT);
    }
}
