package org.weir.testkit.records;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A component as its bundle describes it.
 *
 * @param root where the bundle's files begin
 * @param services names of the interfaces it provides
 * @param parameters how many its constructor takes
 */
record Description(
        String root, String className, Set<String> services, int parameters, List<Description.Reference> references) {

    /** @param parameter its place in the constructor, -1 when it is bound by a method */
    record Reference(String service, String target, String cardinality, int parameter) {
        boolean many() {
            return cardinality.endsWith("n");
        }

        boolean optional() {
            return cardinality.startsWith("0");
        }
    }

    /** All components of all bundles on the class path. */
    static List<Description> onClassPath() {
        List<Description> all = new ArrayList<>();
        try {
            ClassLoader loader = Description.class.getClassLoader();
            for (URL url : Collections.list(loader.getResources("META-INF/MANIFEST.MF"))) {
                all.addAll(of(url));
            }
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
        return all;
    }

    private static List<Description> of(URL manifest) throws IOException, SAXException, ParserConfigurationException {
        String names;
        try (InputStream in = manifest.openStream()) {
            names = new Manifest(in).getMainAttributes().getValue("Service-Component");
        }
        List<Description> found = new ArrayList<>();
        if (names != null && !names.contains("*")) {
            String root = manifest.toString().replaceFirst("META-INF/MANIFEST\\.MF$", "");
            for (String name : names.split(",")) {
                URL url = URI.create(root + name.strip()).toURL();
                try (InputStream in = url.openStream()) {
                    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
                    found.add(read(root, factory.newDocumentBuilder().parse(in)));
                }
            }
        }
        return found;
    }

    private static Description read(String root, Document document) {
        String init = document.getDocumentElement().getAttribute("init");
        return new Description(
                root,
                elements(document, "implementation").findFirst().orElseThrow().getAttribute("class"),
                elements(document, "provide")
                        .map(it -> it.getAttribute("interface"))
                        .collect(Collectors.toSet()),
                init.isEmpty() ? 0 : Integer.parseInt(init),
                elements(document, "reference").map(Description::reference).toList());
    }

    private static Reference reference(Element element) {
        String parameter = element.getAttribute("parameter");
        String cardinality = element.getAttribute("cardinality");
        return new Reference(
                element.getAttribute("interface"),
                element.getAttribute("target"),
                cardinality.isEmpty() ? "1..1" : cardinality,
                parameter.isEmpty() ? -1 : Integer.parseInt(parameter));
    }

    private static Stream<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength()).mapToObj(it -> (Element) nodes.item(it));
    }
}
