package org.weir.records.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.weir.records.sheet.SheetFault.Reason;

/**
 * What the workbook part tells.
 *
 * @param parts the archive parts of the sheets by their names, the visible ones first
 * @param from1904 whether days are counted from 1904
 */
record XlsxWorkbook(Map<String, String> parts, List<String> names, boolean from1904) {
    static XlsxWorkbook of(XlsxArchive archive) throws IOException {
        Map<String, String> targets = targets(archive);
        Map<String, String> parts = new HashMap<>();
        List<String> visible = new ArrayList<>();
        List<String> hidden = new ArrayList<>();
        boolean from1904 = false;
        try (XlsxArchive.@Nullable Part part = archive.open("xl/workbook.xml")) {
            if (part == null) {
                throw SheetException.ofFile(Reason.NOT_A_TABLE);
            }
            for (int event = part.next(); event != XMLStreamReader.END_DOCUMENT; event = part.next()) {
                if (event != XMLStreamReader.START_ELEMENT) {
                    continue;
                }
                String element = part.xml.getLocalName();
                if (element.equals("workbookPr")) {
                    from1904 = isTrue(part.attribute("date1904"));
                } else if (element.equals("sheet")) {
                    String name = Objects.requireNonNullElse(part.attribute("name"), "");
                    String target = targets.get(part.xml.getAttributeValue(RELATIONS, "id"));
                    if (target != null) {
                        parts.put(name, target);
                        boolean shown = Objects.requireNonNullElse(part.attribute("state"), "visible")
                                .equals("visible");
                        (shown ? visible : hidden).add(name);
                    }
                }
            }
        }
        visible.addAll(hidden);
        return new XlsxWorkbook(parts, visible, from1904);
    }

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static Map<String, String> targets(XlsxArchive archive) throws IOException {
        Map<String, String> targets = new HashMap<>();
        try (XlsxArchive.@Nullable Part part = archive.open("xl/_rels/workbook.xml.rels")) {
            while (part != null && part.to("Relationship")) {
                String type = Objects.requireNonNullElse(part.attribute("Type"), "");
                String target = Objects.requireNonNullElse(part.attribute("Target"), "");
                if (type.endsWith("/worksheet")) {
                    targets.put(
                            Objects.requireNonNullElse(part.attribute("Id"), ""),
                            target.startsWith("/") ? target.substring(1) : "xl/" + target);
                }
            }
        }
        return targets;
    }

    static boolean isTrue(@Nullable String value) {
        return "1".equals(value) || "true".equals(value);
    }
}
