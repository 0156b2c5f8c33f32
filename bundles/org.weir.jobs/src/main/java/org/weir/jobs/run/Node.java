package org.weir.jobs.run;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One process among those that share the database. */
record Node(UUID id, String name) {
    /** Stands in the column of the node while no node has the job. */
    static final UUID NOBODY = new UUID(0, 0);

    static Node here() {
        return new Node(
                UUID.randomUUID(), host() + ":" + ProcessHandle.current().pid());
    }

    private static String host() {
        @Nullable String told = System.getenv("HOSTNAME");
        if (told != null && !told.isBlank()) {
            return told;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException withoutName) {
            return "localhost";
        }
    }
}
