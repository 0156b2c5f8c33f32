package org.weir.aftersales.sla;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.RecordSpec;

/** What an SLA promises for one severity, in minutes of working time. */
@RecordSpec(
        name = "sla-target",
        schema = "aftersales",
        table = "sla_target",
        icon = "target",
        visibleThrough = "sla",
        keys = "sla+severity")
record SlaTarget(
        @FieldSpec(title = true, required = true, ref = "sla", inverse = "targets", column = true)
        UUID sla,

        @FieldSpec(required = true, column = true) Severity severity,
        @FieldSpec(column = true) @Nullable Integer respond,
        @FieldSpec(column = true) @Nullable Integer restore,
        @FieldSpec(column = true) @Nullable Integer resolve) {}
