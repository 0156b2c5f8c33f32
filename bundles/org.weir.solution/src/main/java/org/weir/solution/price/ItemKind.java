package org.weir.solution.price;

import java.util.Locale;

/** What an item is once it is delivered. */
public enum ItemKind {
    /** A thing that stays with the customer. */
    HARDWARE,
    /** A licence or a program that stays with the customer. */
    SOFTWARE,
    /** Work that is done and over. */
    SERVICE;

    /** As it stands in records. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
