package org.weir.records.sheet;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The file as a whole cannot be read (further), for the reason its fault tells. */
public final class SheetException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient SheetFault fault;

    /**
     * @param fault the reason
     * @param cause what was thrown below, or null
     */
    public SheetException(SheetFault fault, @Nullable Throwable cause) {
        super(text(fault), cause);
        this.fault = fault;
    }

    static SheetException ofFile(SheetFault.Reason reason) {
        return new SheetException(SheetFault.ofFile(reason, null), null);
    }

    private static String text(SheetFault fault) {
        return fault.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + (fault.line() > 0 ? ", line " + fault.line() : "")
                + (fault.column() != null ? ", column " + fault.column() : "")
                + (fault.detail() != null ? ": " + fault.detail() : "");
    }

    /** The reason. */
    public SheetFault fault() {
        return fault;
    }
}
