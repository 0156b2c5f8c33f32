package org.weir.store.connection;

/** The database cannot be opened; the message is one sentence for the person who starts the suite. */
public final class CannotOpen extends Exception {
    private static final long serialVersionUID = 1L;

    public CannotOpen(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
