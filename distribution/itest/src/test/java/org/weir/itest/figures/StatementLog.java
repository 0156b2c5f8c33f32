package org.weir.itest.figures;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What a database that was told to log every statement has logged so far. */
final class StatementLog {
    private static final String VERB = "\\s*(select|insert|update|delete|with|merge)\\b";

    private final Path file;
    private final Pattern statement;
    private long read;
    private long counted;

    private StatementLog(Path file, String before) {
        this.file = file;
        this.statement = Pattern.compile("^" + before + VERB, Pattern.CASE_INSENSITIVE);
    }

    /** @param database the path that its files begin with; opened with {@code hsqldb.sqllog=3} */
    static StatementLog ofHsqldb(Path database) {
        return new StatementLog(
                database.resolveSibling(database.getFileName() + ".sql.log"),
                "\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}\\.\\d+ \\d+");
    }

    /** With {@code log_statement=all} and a prefix of {@code @%p}. */
    static StatementLog ofPostgresql(Path file) {
        return new StatementLog(file, ".*@\\d+ ?LOG:  (execute [^:]+|statement):");
    }

    /** How many statements there were, setting aside begin and end of transactions. */
    long statements() throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(read);
            byte[] more = new byte[(int) (in.length() - read)];
            in.readFully(more);
            String text = new String(more, StandardCharsets.UTF_8);
            int whole = text.lastIndexOf('\n') + 1;
            read += text.substring(0, whole).getBytes(StandardCharsets.UTF_8).length;
            counted += text.substring(0, whole)
                    .lines()
                    .filter(it -> statement.matcher(it).find())
                    .count();
            return counted;
        }
    }
}
