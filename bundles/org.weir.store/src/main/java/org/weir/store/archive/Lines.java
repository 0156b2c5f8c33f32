package org.weir.store.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.weir.store.api.Dialect;

/** A row is a line: a JSON array of texts and nulls, in the order of the columns. */
final class Lines {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int FETCH = 500;

    /** Takes a line. */
    interface Taker {
        void take(String line) throws IOException;
    }

    private Lines() {}

    /** All rows of the table, one by one; the connection has a transaction under way. */
    static void each(Connection connection, Dialect dialect, Table table, Taker taker)
            throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            if (dialect == Dialect.HSQLDB) {
                // a result beyond this many rows is kept on the disk, not in memory
                statement.execute("set session result memory rows " + FETCH);
            }
            statement.setFetchSize(FETCH);
            try (ResultSet row = statement.executeQuery(table.select())) {
                while (row.next()) {
                    taker.take(line(row, table.columns()));
                }
            } finally {
                if (dialect == Dialect.HSQLDB) {
                    statement.execute("set session result memory rows 0");
                }
            }
        }
    }

    private static String line(ResultSet row, List<Table.Column> columns) throws SQLException, IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            for (int i = 0; i < columns.size(); i++) {
                String value = columns.get(i).kind().read(row, i + 1);
                if (value == null) {
                    json.writeNull();
                } else {
                    json.writeString(value);
                }
            }
            json.writeEndArray();
        }
        return text.toString();
    }

    /** The values of a line. */
    static List<@Nullable String> values(String line) throws IOException {
        List<@Nullable String> values = new ArrayList<>();
        try (JsonParser json = JSON.createParser(line)) {
            json.nextToken();
            for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
                values.add(token == JsonToken.VALUE_NULL ? null : json.getText());
            }
        }
        return values;
    }
}
