package org.weir.admin.bundle;

import java.util.List;

/**
 * A bundle's file as it was read and found sound.
 *
 * @param sha its content's SHA-256 in hexadecimal digits
 * @param name the bundle's symbolic name
 * @param title for people; may be empty
 * @param size in bytes
 * @param fileName as the sender called it
 * @param signer whose signature covers all of it; empty when it is not signed
 * @param host the symbolic name of the bundle it is a fragment of; empty for most
 * @param schema of the database that it brings; empty for none
 * @param migrations file names, in the order of their versions
 */
record Jar(
        String sha,
        String name,
        String version,
        String title,
        long size,
        String fileName,
        String signer,
        String host,
        String schema,
        List<String> migrations) {}
