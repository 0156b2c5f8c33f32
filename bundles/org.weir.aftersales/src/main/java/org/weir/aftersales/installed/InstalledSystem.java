package org.weir.aftersales.installed;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordSpec;

/** A system that stands at a customer's site; from an acceptance, or kept by hand (also another vendor's). */
@RecordSpec(
        name = "installed-system",
        schema = "aftersales",
        table = "installed_system",
        icon = "database",
        section = "section.aftersales",
        order = 420,
        visibleThrough = "account",
        timeline = "acceptedOn",
        keys = {"number", "name+account"})
record InstalledSystem(
        @FieldSpec(
                title = true,
                required = true,
                column = true,
                importedAs = {"System", "系统"})
        String name,

        @FieldSpec(number = "I", max = 40, column = true, unique = true) @Nullable
        String number,

        @FieldSpec(
                required = true,
                ref = "account",
                inverse = "installedSystems",
                meaning = Meaning.ACCOUNT,
                column = true,
                importedAs = {"Customer", "客户"})
        UUID account,

        @FieldSpec(
                ref = "site",
                inverse = "installedSystems",
                column = true,
                importedAs = {"Site", "站点"})
        @Nullable
        UUID site,

        @FieldSpec(required = true, initial = "in-service", column = true)
        State state,

        @FieldSpec(column = true, sortable = true) @Nullable LocalDate acceptedOn,

        @FieldSpec(column = true, sortable = true) @Nullable LocalDate warrantyUntil,

        @FieldSpec(required = true, initial = "us", section = "care")
        MaintainedBy maintainedBy,

        @FieldSpec(section = "care") @Nullable String otherVendor,

        @FieldSpec(ref = "user", meaning = Meaning.OWNER, section = "care") @Nullable
        UUID owner,

        @FieldSpec(ref = "contract", inverse = "installedSystems", section = "origin", readOnly = true) @Nullable
        UUID contract,

        @FieldSpec(ref = "project", inverse = "installedSystems", section = "origin", readOnly = true) @Nullable
        UUID project,

        @FieldSpec(ref = "site-acceptance", inverse = "installedSystems", section = "origin", readOnly = true) @Nullable
        UUID acceptance,

        @FieldSpec(section = "origin") @Nullable LocalDate finallyAcceptedOn,

        @FieldSpec(multiline = true, max = 10_000, section = "care") @Nullable
        String note) {

    enum State {
        IN_SERVICE,
        STANDBY,
        RETIRED
    }

    enum MaintainedBy {
        US,
        CUSTOMER,
        OTHER_VENDOR
    }
}
