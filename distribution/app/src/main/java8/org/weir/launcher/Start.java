package org.weir.launcher;

/** Compiled for old Javas, so that it can say which one is needed. */
public final class Start {
    private static final int NEEDED = 17;

    private Start() {}

    public static void main(String[] arguments) throws Exception {
        String refusal = refusal(System.getProperty("java.specification.version"));
        if (!refusal.isEmpty()) {
            System.err.println(refusal);
            System.exit(1);
        }
        Class.forName("org.weir.launcher.Launcher")
                .getMethod("main", String[].class)
                .invoke(null, (Object) arguments);
    }

    /** A sentence for a Java that is too old, otherwise nothing. */
    static String refusal(String version) {
        boolean old = version.startsWith("1.") || Integer.parseInt(version) < NEEDED;
        return old ? "Weir needs Java " + NEEDED + " or newer; this is Java " + version + "." : "";
    }
}
