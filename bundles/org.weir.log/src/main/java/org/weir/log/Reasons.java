package org.weir.log;

/** Says in one line why something failed. */
final class Reasons {
    private Reasons() {}

    /** The words of the innermost cause that has any, white space and line breaks made single blanks. */
    static String of(String message, Throwable cause) {
        String words = message;
        Throwable at = cause;
        for (int depth = 0; at != null && depth < 20; depth++) {
            String own = at.getMessage();
            if (own != null && !own.isBlank()) {
                words = own;
            }
            at = at.getCause();
        }
        return words.replaceAll("\\s+", " ").strip();
    }
}
