package org.weir.sbom;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.cyclonedx.Version;
import org.cyclonedx.exception.GeneratorException;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Hash;
import org.cyclonedx.model.LicenseChoice;
import org.cyclonedx.model.Metadata;
import org.cyclonedx.model.license.Expression;

/** Writes {@code sbom/EDITION.cdx.json} (CycloneDX) and {@code THIRD-PARTY.md} into an installation. */
public final class DescribeEditions {
    private DescribeEditions() {}

    /**
     * @param arguments the installation's folder, the suite's version, the moment the build claims (ISO 8601)
     * @throws IOException when something is shipped that nobody has reviewed
     */
    public static void main(String... arguments) throws IOException, GeneratorException {
        Path installation = Path.of(arguments[0]);
        List<ThirdParty> reviewed = ThirdParty.reviewed();
        Path folder = Files.createDirectories(installation.resolve("sbom"));
        Map<String, Edition.Part> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        List<Path> lists;
        try (Stream<Path> files = Files.list(installation.resolve("system"))) {
            lists = files.filter(it -> it.toString().endsWith(".list")).sorted().toList();
        }
        for (Path list : lists) {
            String name = String.valueOf(list.getFileName()).replace(".list", "");
            Edition edition = Edition.read(installation, name, reviewed);
            edition.parts().forEach(it -> all.put(it.what().name() + " " + it.version(), it));
            String json = BomGeneratorFactory.createJson(
                            Version.VERSION_16, bom(edition, arguments[1], Instant.parse(arguments[2])))
                    .toJsonString();
            Files.writeString(folder.resolve(name + ".cdx.json"), json + "\n");
        }
        Files.writeString(installation.resolve("THIRD-PARTY.md"), table(all));
    }

    static Bom bom(Edition edition, String version, Instant at) {
        Bom bom = new Bom();
        Component suite = component("Weir " + edition.name(), version, "Apache-2.0");
        suite.setType(Component.Type.APPLICATION);
        suite.setBomRef("pkg:generic/weir-" + edition.name() + "@" + version);
        Metadata metadata = new Metadata();
        metadata.setTimestamp(Date.from(at));
        metadata.setComponent(suite);
        bom.setMetadata(metadata);
        StringBuilder content = new StringBuilder();
        edition.jars().forEach((jar, parts) -> {
            content.append(jar.sha256());
            List<Component> inside =
                    parts.stream().map(DescribeEditions::component).toList();
            bom.addComponent(jar.ours() ? ours(jar, inside) : theirs(jar, inside));
        });
        UUID serial = UUID.nameUUIDFromBytes(content.toString().getBytes(StandardCharsets.UTF_8));
        bom.setSerialNumber("urn:uuid:" + serial);
        return bom;
    }

    private static Component ours(ShippedJar jar, List<Component> inside) {
        Component component = component(jar.name(), jar.version(), "Apache-2.0");
        String artifact = jar.name().equals("weir") ? "weir-app" : jar.name();
        component.setGroup("org.weir");
        component.setPurl("pkg:maven/org.weir/" + artifact + "@" + jar.version());
        component.setBomRef(component.getPurl());
        component.addHash(new Hash(Hash.Algorithm.SHA_256, jar.sha256()));
        if (!inside.isEmpty()) {
            component.setComponents(inside);
        }
        return component;
    }

    /** The jar is what the first part says; what it may hold besides stands inside it. */
    private static Component theirs(ShippedJar jar, List<Component> parts) {
        Component component = parts.get(0);
        component.addHash(new Hash(Hash.Algorithm.SHA_256, jar.sha256()));
        if (parts.size() > 1) {
            component.setComponents(new ArrayList<>(parts.subList(1, parts.size())));
        }
        return component;
    }

    private static Component component(Edition.Part part) {
        Component component =
                component(part.what().name(), part.version(), part.what().licence());
        component.setGroup(part.what().group());
        component.setPurl(part.purl());
        component.setBomRef(part.purl());
        return component;
    }

    private static Component component(String name, String version, String licence) {
        Component component = new Component();
        component.setType(Component.Type.LIBRARY);
        component.setName(name);
        component.setVersion(version);
        LicenseChoice choice = new LicenseChoice();
        choice.setExpression(new Expression(licence));
        component.setLicenses(choice);
        return component;
    }

    private static String table(Map<String, Edition.Part> parts) {
        StringBuilder table = new StringBuilder("""
                # What Weir brings that others made
                Written by the build from what the editions contain. Bundles named `org.weir.lib.*` hold a library unchanged, with a manifest of ours; licence texts lie in the jars, those of the browser's libraries and of the font beside them. The same as CycloneDX, with hashes: `sbom/`.

                | what | version | where | licence | |
                | --- | --- | --- | --- | --- |
                """);
        for (Edition.Part part : parts.values()) {
            ThirdParty what = part.what();
            table.append("| ").append(what.name());
            table.append(" | ").append(part.version());
            table.append(" | `").append(what.where());
            table.append("` | ").append(what.licence());
            table.append(" | ").append(what.note()).append(" |\n");
        }
        return table.toString();
    }
}
