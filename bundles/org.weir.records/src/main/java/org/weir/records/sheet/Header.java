package org.weir.records.sheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes column names of the first row, and checks the rows below against them. */
final class Header {
    private Header() {}

    /** The names of the row, or the reason why it is no header. */
    static List<String> of(long line, List<String> cells, SheetLimits limits) {
        int width = width(cells);
        if (width > limits.columns()) {
            throw fault(SheetFault.Reason.COLUMNS_TOO_MANY, line, null, String.valueOf(limits.columns()));
        }
        List<String> names = new ArrayList<>(width);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < width; i++) {
            String name = cells.get(i).strip();
            if (name.isEmpty()) {
                name = "(" + letter(i) + ")";
            }
            if (name.length() > limits.cellChars()) {
                throw fault(SheetFault.Reason.CELL_TOO_LONG, line, letter(i), String.valueOf(limits.cellChars()));
            }
            if (name.indexOf('\0') >= 0) {
                throw fault(SheetFault.Reason.CELL_NUL, line, letter(i), null);
            }
            if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                throw fault(SheetFault.Reason.HEADER_DUPLICATE, line, name, null);
            }
            names.add(name);
        }
        return List.copyOf(names);
    }

    static boolean blank(List<String> cells) {
        return width(cells) == 0;
    }

    /** The number of cells up to the last that is not blank. */
    static int width(List<String> cells) {
        int width = cells.size();
        while (width > 0 && cells.get(width - 1).isBlank()) {
            width--;
        }
        return width;
    }

    /** What is wrong with the texts of the cells. */
    static List<SheetFault> faults(long line, List<String> cells, List<String> names, SheetLimits limits) {
        List<SheetFault> faults = new ArrayList<>(0);
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            String name = i < names.size() ? names.get(i) : letter(i);
            if (cell.length() > limits.cellChars()) {
                faults.add(new SheetFault(
                        SheetFault.Reason.CELL_TOO_LONG, line, name, String.valueOf(limits.cellChars())));
            } else if (cell.indexOf('\0') >= 0) {
                faults.add(new SheetFault(SheetFault.Reason.CELL_NUL, line, name, null));
            }
        }
        return faults;
    }

    /** A, B, … Z, AA, … */
    static String letter(int index) {
        StringBuilder letters = new StringBuilder();
        for (int i = index; i >= 0; i = i / 26 - 1) {
            letters.insert(0, (char) ('A' + i % 26));
        }
        return letters.toString();
    }

    private static SheetException fault(
            SheetFault.Reason reason, long line, @Nullable String column, @Nullable String detail) {
        return new SheetException(new SheetFault(reason, line, column, detail), null);
    }
}
