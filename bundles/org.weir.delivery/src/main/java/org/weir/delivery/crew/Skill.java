package org.weir.delivery.crew;

import java.util.Locale;

/** What a crew can do and a task asks for. */
public enum Skill {
    PLANNING,
    SURVEY,
    LOGISTICS,
    CIVIL,
    INSTALLATION,
    COMMISSIONING;

    /** As it stands in a record. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
