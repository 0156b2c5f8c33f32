package org.weir.sbom;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Something that others made, as reviewed.
 *
 * @param where the jar's file name without its version, or the bundle of ours that holds it
 * @param purl package address without version
 * @param version empty when the jar says it
 * @param licence an SPDX expression
 */
record ThirdParty(String where, String purl, String version, String licence, String note) {
    /** What may be shipped with a suite under Apache-2.0. */
    private static final Set<String> GOOD = Set.of(
            "0BSD",
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "CC0-1.0",
            "EPL-1.0",
            "EPL-2.0",
            "ISC",
            "LicenseRef-HSQLDB",
            "MIT",
            "MIT-0",
            "OFL-1.1",
            "Unicode-3.0");

    ThirdParty {
        // of several to choose from one good is enough, of several that hold all must be
        boolean good = List.of(licence.split(" OR ")).stream()
                .anyMatch(choice -> List.of(choice.split(" AND ")).stream().allMatch(GOOD::contains));
        if (!good) {
            throw new IllegalArgumentException(purl + " is under " + licence + ", which nobody has approved");
        }
    }

    String name() {
        return purl.substring(purl.lastIndexOf('/') + 1);
    }

    String group() {
        String path = purl.substring(purl.indexOf('/') + 1);
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    static List<ThirdParty> reviewed() throws IOException {
        List<ThirdParty> all = new ArrayList<>();
        InputStream in = ThirdParty.class.getResourceAsStream("third-party.csv");
        if (in == null) {
            throw new IOException("third-party.csv is missing");
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line; (line = lines.readLine()) != null; ) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    String[] cells = line.split(";", -1);
                    if (cells.length != 5) {
                        throw new IOException("Not five cells: " + line);
                    }
                    all.add(new ThirdParty(cells[0], cells[1], cells[2], cells[3], cells[4]));
                }
            }
        }
        return all;
    }
}
