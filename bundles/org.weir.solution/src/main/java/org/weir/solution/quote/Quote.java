package org.weir.solution.quote;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Money;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.FieldSpec.Format;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordSpec;

/** An offer to a customer, in one version. Once sent it never changes; a change is a new version. */
@RecordSpec(
        name = "quote",
        schema = "solution",
        table = "quote",
        icon = "file-text",
        section = "section.solution",
        order = 230,
        visibleThrough = "account",
        sort = "-createdAt",
        timeline = "sentOn",
        keys = {"number"})
record Quote(
        @FieldSpec(title = true, number = "Q", max = 60, unique = true, readOnly = true, column = true) @Nullable
        String number,

        @FieldSpec(required = true, column = true) String subject,

        @FieldSpec(required = true, ref = "account", inverse = "quotes", meaning = Meaning.ACCOUNT, column = true)
        UUID account,

        @FieldSpec(required = true, readOnly = true, initial = "draft", column = true)
        State state,

        @FieldSpec(readOnly = true, column = true) @Nullable Money total,

        @FieldSpec(readOnly = true, column = true) @Nullable Corridor corridor,

        @FieldSpec(column = true) @Nullable LocalDate validUntil,

        @FieldSpec(ref = "opportunity", inverse = "quotes") @Nullable
        UUID opportunity,

        @FieldSpec(ref = "configuration", inverse = "quotes") @Nullable
        UUID configuration,

        @FieldSpec(ref = "person", inverse = "quotes") @Nullable
        UUID contact,

        @FieldSpec(format = Format.LANGUAGE, max = 20, initial = "en") @Nullable
        String language,

        @FieldSpec(required = true, ref = "price-list", section = "price")
        UUID priceList,

        @FieldSpec(required = true, max = 3, section = "price")
        String currency,

        @FieldSpec(required = true, section = "price", initial = "today")
        LocalDate pricedOn,

        @FieldSpec(section = "price", initial = "0") @Nullable
        BigDecimal discount,

        @FieldSpec(multiline = true, max = 4_000, section = "price") @Nullable
        String terms,

        @FieldSpec(readOnly = true, initial = "1", section = "way") @Nullable
        Integer edition,

        @FieldSpec(ref = "quote", readOnly = true, section = "way") @Nullable
        UUID previous,

        @FieldSpec(readOnly = true, section = "way") @Nullable
        LocalDate sentOn,

        @FieldSpec(readOnly = true, section = "way") @Nullable
        LocalDate decidedOn,

        @FieldSpec(readOnly = true, section = "way") @Nullable
        String decidedBy,

        @FieldSpec(readOnly = true, multiline = true, max = 4_000, section = "way") @Nullable
        String reason,

        @FieldSpec(ref = "user", meaning = Meaning.OWNER, initial = "me", section = "ours", column = true) @Nullable
        UUID owner,

        @FieldSpec(ref = "team", meaning = Meaning.TEAM, initial = "my-team", section = "ours") @Nullable
        UUID team) {

    enum State {
        DRAFT,
        WAITING,
        APPROVED,
        SENT,
        ACCEPTED,
        DECLINED,
        EXPIRED
    }

    /** Where the margin lies; without lines or without a known cost it is not known. */
    enum Corridor {
        UNKNOWN,
        BELOW_FLOOR,
        INSIDE,
        ABOVE_CEILING
    }
}
