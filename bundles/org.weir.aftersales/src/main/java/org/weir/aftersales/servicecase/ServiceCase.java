package org.weir.aftersales.servicecase;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordSpec;

/** A solved problem, written so that the next one is solved faster. */
@RecordSpec(
        name = "service-case",
        schema = "aftersales",
        table = "service_case",
        icon = "bookmark",
        section = "section.aftersales",
        order = 450,
        keys = {"number", "title"})
record ServiceCase(
        @FieldSpec(title = true, required = true, column = true)
        String title,

        @FieldSpec(number = "K", max = 40, column = true, unique = true) @Nullable
        String number,

        @FieldSpec(required = true, initial = "draft", column = true, readOnly = true)
        State state,

        @FieldSpec(max = 80, column = true) List<String> products,

        @FieldSpec(max = 80) List<String> keywords,

        @FieldSpec(required = true, initial = "0", column = true, sortable = true, readOnly = true)
        Long reuseCount,

        @FieldSpec(ref = "account", meaning = Meaning.ACCOUNT) @Nullable
        UUID account,

        @FieldSpec(ref = "ticket", inverse = "serviceCases") @Nullable
        UUID ticket,

        @FieldSpec(ref = "user", meaning = Meaning.OWNER, initial = "me") @Nullable
        UUID owner,

        @FieldSpec(required = true, multiline = true, max = 20_000, section = "what")
        String problem,

        @FieldSpec(multiline = true, max = 20_000, section = "what") @Nullable
        String cause,

        @FieldSpec(required = true, multiline = true, max = 20_000, section = "what")
        String solution,

        @FieldSpec(ref = "user", section = "use", readOnly = true) @Nullable
        UUID reviewedBy,

        @FieldSpec(ref = "ticket", inverse = "casesUsed", section = "use", readOnly = true)
        List<UUID> usedFor) {

    enum State {
        DRAFT,
        REVIEWED
    }
}
