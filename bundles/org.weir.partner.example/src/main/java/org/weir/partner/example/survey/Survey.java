package org.weir.partner.example.survey;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordSpec;

/** A survey of the power supply at one of a customer's sites. */
@RecordSpec(
        name = "example-survey",
        schema = "example",
        table = "survey",
        icon = "zap",
        section = "section.example",
        order = 910,
        visibleThrough = "account",
        sort = "-plannedOn",
        timeline = "plannedOn")
record Survey(
        @FieldSpec(title = true, required = true, column = true)
        String site,

        @FieldSpec(
                required = true,
                ref = "account",
                inverse = "exampleSurveys",
                meaning = Meaning.ACCOUNT,
                column = true)
        UUID account,

        @FieldSpec(ref = "user", meaning = Meaning.OWNER, column = true, initial = "me") @Nullable
        UUID surveyor,

        @FieldSpec(column = true, sortable = true, initial = "today") @Nullable
        LocalDate plannedOn,

        @FieldSpec(required = true, column = true, initial = "planned")
        State state,

        @FieldSpec(column = true) @Nullable BigDecimal loadKw,

        @FieldSpec(multiline = true, max = 10_000) @Nullable String findings) {

    enum State {
        PLANNED,
        DONE
    }
}
