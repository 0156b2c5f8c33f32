package org.weir.solution.configuration;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordSpec;

/** Says by which feature of a configuration a customer's need is answered, and how. */
@RecordSpec(
        name = "need-answer",
        schema = "solution",
        table = "need_answer",
        icon = "check",
        visibleThrough = "account")
record NeedAnswer(
        @FieldSpec(title = true, required = true, column = true, max = 400)
        String feature,

        @FieldSpec(required = true, ref = "account", meaning = Meaning.ACCOUNT)
        UUID account,

        @FieldSpec(required = true, ref = "configuration", inverse = "answers", column = true)
        UUID configuration,

        @FieldSpec(required = true, ref = "need", inverse = "answers", column = true)
        UUID need,

        @FieldSpec(column = true, max = 1000) @Nullable String how) {}
