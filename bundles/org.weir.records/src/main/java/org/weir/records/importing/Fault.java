package org.weir.records.importing;

import java.util.List;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.sheet.SheetException;
import org.weir.records.sheet.SheetFault;

/** The words for what is wrong with a file or a row. */
final class Fault {
    private Fault() {}

    static Text text(SheetFault fault) {
        return Text.of(
                "sheet.fault."
                        + fault.reason()
                                .name()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('_', '-'),
                fault.line(),
                fault.column() == null ? "" : fault.column(),
                fault.detail() == null ? "" : fault.detail());
    }

    static ProblemException problem(SheetException thrown) {
        int status =
                switch (thrown.fault().reason()) {
                    case FILE_TOO_LARGE -> 413;
                    case NOT_A_TABLE, OLD_WORKBOOK, PASSWORD_PROTECTED -> 415;
                    default -> 422;
                };
        return new ProblemException(status, text(thrown.fault()), List.of());
    }
}
