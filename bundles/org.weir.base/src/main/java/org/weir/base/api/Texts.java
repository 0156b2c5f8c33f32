package org.weir.base.api;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The texts of all bundles, read from {@code OSGI-INF/l10n/*.properties} of every started bundle (UTF-8, MessageFormat
 * patterns). A key missing in a language falls back to English, a key missing everywhere reads as the key itself.
 */
@ProviderType
public interface Texts {
    String text(Locale locale, String key, Object... args);

    default String text(Locale locale, Text text) {
        return text(locale, text.key(), text.args().toArray());
    }

    /** The text if some bundle has the key. */
    Optional<String> find(Locale locale, String key, Object... args);

    /** The languages that at least one bundle brings, English first; the UI offers these. */
    Set<Locale> locales();
}
