package org.weir.web.importing;

import java.util.List;

/**
 * The step at which columns of the file are put to fields.
 *
 * @param choices the fields that can be filled
 * @param creatable reference fields whose missing records can be made on the way
 * @param languages how numbers and dates may be written
 * @param currencies of amounts that come without one; empty when no amount can be filled
 * @param errors what is wrong as a whole
 */
public record ColumnsView(
        List<Line> lines,
        List<Choice> choices,
        List<Tick> creatable,
        List<Choice> languages,
        String language,
        List<Choice> currencies,
        String currency,
        List<String> errors) {

    /**
     * A column of the file.
     *
     * @param values the first different ones
     * @param field what it fills; empty for nothing
     * @param why how the guess was made; empty for none
     * @param key whether its field finds the record to change
     * @param error what is wrong with it; empty for nothing
     */
    public record Line(
            int index, String head, String values, String field, String why, String tone, boolean key, String error) {}

    public record Choice(String value, String label) {}

    public record Tick(String value, String label, boolean on) {}
}
