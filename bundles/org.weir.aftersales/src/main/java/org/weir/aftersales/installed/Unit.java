package org.weir.aftersales.installed;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordSpec;

/** A piece of an installed system: a cabinet, a rectifier, a licence; ours or another maker's. */
@RecordSpec(
        name = "unit",
        schema = "aftersales",
        table = "unit",
        icon = "hash",
        section = "section.aftersales",
        order = 425,
        visibleThrough = "account",
        timeline = "installedOn",
        keys = {"serial", "label+system"})
record Unit(
        @FieldSpec(
                title = true,
                required = true,
                column = true,
                importedAs = {"Unit", "Description", "部件", "名称"})
        String label,

        @FieldSpec(
                required = true,
                ref = "installed-system",
                inverse = "units",
                column = true,
                importedAs = {"System", "系统"})
        UUID system,

        @FieldSpec(ref = "site", column = true) @Nullable UUID site,

        @FieldSpec(required = true, ref = "account", meaning = Meaning.ACCOUNT)
        UUID account,

        @FieldSpec(
                max = 80,
                column = true,
                sortable = true,
                importedAs = {"Item", "Part number", "物料编码"})
        @Nullable
        String itemCode,

        @FieldSpec(
                max = 80,
                column = true,
                sortable = true,
                importedAs = {"Serial number", "S/N", "序列号"})
        @Nullable
        String serial,

        @FieldSpec(
                max = 80,
                column = true,
                importedAs = {"Version", "版本"})
        @Nullable
        String revision,

        @FieldSpec(
                max = 120,
                importedAs = {"Slot", "Position", "位置"})
        @Nullable
        String position,

        @FieldSpec(required = true, initial = "1") BigDecimal quantity,

        @FieldSpec(required = true, initial = "in-service", column = true, readOnly = true)
        State state,

        @FieldSpec(required = true, initial = "own", section = "care")
        Vendor vendor,

        @FieldSpec(
                section = "care",
                importedAs = {"Vendor", "厂家"})
        @Nullable
        String maker,

        @FieldSpec(initial = "today", section = "care") @Nullable
        LocalDate installedOn,

        @FieldSpec(column = true, sortable = true, section = "care") @Nullable
        LocalDate warrantyUntil,

        @FieldSpec(ref = "unit", inverse = "replaces", section = "care", readOnly = true) @Nullable
        UUID replacedBy,

        @FieldSpec(multiline = true, max = 10_000, section = "care") @Nullable
        String note) {

    enum State {
        IN_SERVICE,
        REPLACED,
        REMOVED
    }

    enum Vendor {
        OWN,
        THIRD_PARTY
    }
}
