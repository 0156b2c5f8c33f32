package org.weir.solution.contract;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Money;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordSpec;

/** What a customer has ordered: an accepted quote, with its bill of materials and its sites. */
@RecordSpec(
        name = "contract",
        schema = "solution",
        table = "contract",
        icon = "handshake",
        section = "section.solution",
        order = 240,
        visibleThrough = "account",
        sort = "-signedOn",
        timeline = "signedOn",
        keys = {"number"})
record Contract(
        @FieldSpec(title = true, number = "C", max = 60, unique = true, readOnly = true, column = true) @Nullable
        String number,

        @FieldSpec(required = true, column = true) String subject,

        @FieldSpec(
                required = true,
                ref = "account",
                inverse = "contracts",
                meaning = Meaning.ACCOUNT,
                readOnly = true,
                column = true)
        UUID account,

        @FieldSpec(required = true, readOnly = true, initial = "signed", column = true)
        State state,

        @FieldSpec(required = true, readOnly = true, column = true)
        Money amount,

        @FieldSpec(required = true, readOnly = true, column = true, sortable = true)
        LocalDate signedOn,

        @FieldSpec(readOnly = true) @Nullable String signedBy,

        @FieldSpec(max = 80, column = true) @Nullable String orderNumber,

        @FieldSpec(required = true, ref = "quote", inverse = "contracts", readOnly = true, unique = true)
        UUID quote,

        @FieldSpec(ref = "opportunity", inverse = "contracts", readOnly = true) @Nullable
        UUID opportunity,

        @FieldSpec(ref = "user", meaning = Meaning.OWNER, section = "ours", column = true) @Nullable
        UUID owner,

        @FieldSpec(ref = "team", meaning = Meaning.TEAM, section = "ours") @Nullable
        UUID team) {

    enum State {
        SIGNED,
        IN_DELIVERY,
        FULFILLED
    }
}
