package org.weir.store.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.weir.store.api.Archives.Contents;
import org.weir.store.schema.MigrationFile;

/** The last entry of an archive; without it the archive is not whole. */
record Manifest(
        Instant writtenAt,
        String version,
        Map<String, List<MigrationFile>> schemas,
        List<Rows> tables,
        Map<String, Long> sequences,
        List<Entry> entries) {
    static final String NAME = "manifest.json";
    private static final int FORMAT = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param sum of all rows, in any order; see {@link Sum} */
    record Rows(String schema, String table, List<String> columns, long rows, String sum) {
        String entry() {
            return "tables/" + schema + "/" + table + ".jsonl";
        }
    }

    /** Any other entry of the zip file. */
    record Entry(String name, long bytes, String sha256) {}

    Contents contents() {
        long rows = tables.stream().mapToLong(Rows::rows).sum();
        long bytes = entries.stream().mapToLong(Entry::bytes).sum();
        return new Contents(writtenAt, version, tables.size(), rows, entries.size() - tables.size(), bytes);
    }

    byte[] json() throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", FORMAT).put("writtenAt", writtenAt.toString()).put("version", version);
        ObjectNode all = root.putObject("schemas");
        schemas.forEach((schema, files) -> {
            ArrayNode list = all.putArray(schema);
            files.forEach(file -> list.addObject().put("file", file.name()).put("sql", file.sql()));
        });
        ArrayNode rows = root.putArray("tables");
        for (Rows table : tables) {
            ObjectNode one = rows.addObject();
            one.put("schema", table.schema()).put("table", table.table());
            one.put("rows", table.rows()).put("sum", table.sum());
            ArrayNode columns = one.putArray("columns");
            table.columns().forEach(columns::add);
        }
        ObjectNode numbers = root.putObject("sequences");
        sequences.forEach(numbers::put);
        ArrayNode list = root.putArray("entries");
        for (Entry entry : entries) {
            list.addObject()
                    .put("name", entry.name())
                    .put("bytes", entry.bytes())
                    .put("sha256", entry.sha256());
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    }

    /** @throws IOException when it is not one, or of another format */
    static Manifest read(byte[] json) throws IOException {
        JsonNode root = JSON.readTree(json);
        if (root.path("format").asInt() != FORMAT) {
            throw new IOException("its format is " + root.path("format") + ", this Weir reads " + FORMAT);
        }
        Map<String, List<MigrationFile>> schemas = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> schema : root.path("schemas").properties()) {
            List<MigrationFile> files = new ArrayList<>();
            schema.getValue()
                    .forEach(it -> files.add(new MigrationFile(
                            it.path("file").asText(), it.path("sql").asText())));
            schemas.put(schema.getKey(), files);
        }
        List<Rows> tables = new ArrayList<>();
        for (JsonNode it : root.path("tables")) {
            List<String> columns = new ArrayList<>();
            it.path("columns").forEach(column -> columns.add(column.asText()));
            tables.add(new Rows(
                    it.path("schema").asText(),
                    it.path("table").asText(),
                    columns,
                    it.path("rows").asLong(),
                    it.path("sum").asText()));
        }
        Map<String, Long> sequences = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> sequence : root.path("sequences").properties()) {
            sequences.put(sequence.getKey(), sequence.getValue().asLong());
        }
        List<Entry> entries = new ArrayList<>();
        for (JsonNode it : root.path("entries")) {
            entries.add(new Entry(
                    it.path("name").asText(),
                    it.path("bytes").asLong(),
                    it.path("sha256").asText()));
        }
        return new Manifest(
                Instant.parse(root.path("writtenAt").asText()),
                root.path("version").asText(),
                schemas,
                tables,
                sequences,
                entries);
    }
}
