package org.weir.itest.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What partners build with keeps up with what there is. */
class SdkTest {
    private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");

    private static String pom(String path) throws IOException {
        return Files.readString(Bundles.root().resolve(path).resolve("pom.xml"));
    }

    @Test
    void every_bundle_with_an_api_has_its_version_in_the_bom() throws IOException {
        String bom = pom("distribution/sdk/bom");
        List<String> missing = Bundles.ours().stream()
                .filter(it -> !it.header("Export-Package").isEmpty())
                .map(Bundles.Built::name)
                .filter(it -> !bom.contains("<artifactId>" + it + "</artifactId>"))
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void the_sdk_has_the_version_of_the_suite() throws IOException {
        Matcher suite = VERSION.matcher(pom(""));
        suite.find();
        for (Path sdk : List.of(Path.of("bom"), Path.of("parent"))) {
            String pom = pom("distribution/sdk/" + sdk);
            Matcher version = VERSION.matcher(pom);
            version.find();
            assertEquals(suite.group(1), version.group(1), sdk::toString);
            Matcher named =
                    Pattern.compile("<weir.version>([^<]+)</weir.version>").matcher(pom);
            named.find();
            assertEquals(suite.group(1), named.group(1), sdk::toString);
        }
    }
}
