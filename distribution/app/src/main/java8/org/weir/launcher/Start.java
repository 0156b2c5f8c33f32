package org.weir.launcher;

/** Compiled for old Javas, so that it can say which one is needed. */
public final class Start {
    private static final int NEEDED = 17;

    private Start() {}

    public static void main(String[] arguments) throws Exception {
        String version = System.getProperty("java.specification.version");
        if (version.startsWith("1.") || Integer.parseInt(version) < NEEDED) {
            System.err.println("Weir needs Java " + NEEDED + " or newer; this is Java " + version + ".");
            System.exit(1);
        }
        Class.forName("org.weir.launcher.Launcher")
                .getMethod("main", String[].class)
                .invoke(null, (Object) arguments);
    }
}
