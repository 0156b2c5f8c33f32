package org.weir.solution.engine;

import org.weir.base.api.Text;

/** A model that cannot be read or has no meaning: where and why. */
public final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int line;
    private final int column;
    private final transient Text reason;

    /** @param line from 1 */
    public ModelException(int line, int column, Text reason) {
        super(line + ":" + column + " " + reason);
        this.line = line;
        this.column = column;
        this.reason = reason;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    public Text reason() {
        return reason;
    }
}
