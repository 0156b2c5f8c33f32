package org.weir.solution.price;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.RecordSpec;

/** One unit of {@code source} is {@code rate} units of {@code target} from that day on. */
@RecordSpec(
        name = "exchange-rate",
        schema = "solution",
        table = "exchange_rate",
        icon = "refresh-cw",
        section = "section.basics",
        order = 845,
        sort = "-ratedOn")
record ExchangeRate(
        @FieldSpec(title = true, readOnly = true, max = 20, column = true) @Nullable
        String pair,

        @FieldSpec(required = true, max = 3, column = true) String source,

        @FieldSpec(required = true, max = 3, column = true) String target,

        @FieldSpec(required = true, column = true, sortable = true, initial = "today")
        LocalDate ratedOn,

        @FieldSpec(required = true, column = true) BigDecimal rate) {}
