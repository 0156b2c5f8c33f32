package org.weir.access.user;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

/** What the deployment brings: the language and zone of those who chose none, and the languages one may choose. */
public interface Defaults {
    Locale locale();

    ZoneId zone();

    Set<Locale> locales();
}
