package org.weir.launcher;

/** Weir cannot start; the message is one clear sentence for the person who tried. */
final class CannotStart extends Exception {
    private static final long serialVersionUID = 1;

    CannotStart(String sentence) {
        super(sentence);
    }
}
