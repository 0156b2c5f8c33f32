package org.weir.aftersales.servicecontract;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Money;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordSpec;

/** What a customer may expect from service: which SLA, on which systems, from when until when, for which fee. */
@RecordSpec(
        name = "service-contract",
        schema = "aftersales",
        table = "service_contract",
        icon = "shield-check",
        section = "section.aftersales",
        order = 430,
        visibleThrough = "account",
        sort = "until",
        timeline = "since",
        keys = {"number", "name+account"})
record ServiceContract(
        @FieldSpec(title = true, required = true, column = true)
        String name,

        @FieldSpec(number = "S", max = 40, column = true, unique = true) @Nullable
        String number,

        @FieldSpec(
                required = true,
                ref = "account",
                inverse = "serviceContracts",
                meaning = Meaning.ACCOUNT,
                column = true,
                importedAs = {"Customer", "客户"})
        UUID account,

        @FieldSpec(ref = "sla", inverse = "serviceContracts", column = true) @Nullable
        UUID sla,

        @FieldSpec(required = true, initial = "active", column = true)
        State state,

        @FieldSpec(required = true, initial = "today") LocalDate since,

        @FieldSpec(column = true, sortable = true) @Nullable LocalDate until,

        @FieldSpec(column = true) @Nullable Money fee,

        @FieldSpec(ref = "user", meaning = Meaning.OWNER) @Nullable
        UUID owner,

        @FieldSpec(ref = "installed-system", inverse = "serviceContracts", section = "scope")
        List<UUID> systems,

        @FieldSpec(multiline = true, max = 10_000, section = "scope") @Nullable
        String entitlements,

        @FieldSpec(ref = "contract", inverse = "serviceContracts", section = "scope", readOnly = true) @Nullable
        UUID contract) {

    enum State {
        DRAFT,
        ACTIVE,
        TERMINATED
    }
}
