package org.weir.records.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An open file: its header is read, its rows are read one by one. Not for use by two threads at once. */
public interface SheetTable extends AutoCloseable {
    /** How the file is read. */
    SheetInfo info();

    /** The names of the columns, trimmed, each once; a column without a name has its letter in brackets, "(C)". */
    List<String> header();

    /**
     * The next row that is not blank, or null at the end.
     *
     * @throws SheetException when the file cannot be read further
     */
    @Nullable
    SheetRow next();

    /** Closes the file. */
    @Override
    void close();
}
