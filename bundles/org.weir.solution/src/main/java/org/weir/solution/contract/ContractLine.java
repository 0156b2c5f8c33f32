package org.weir.solution.contract;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Money;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordSpec;
import org.weir.solution.price.ItemKind;

/** A line of a contract's bill of materials: so many of an item at each site of a type. */
@RecordSpec(
        name = "contract-line",
        schema = "solution",
        table = "contract_line",
        icon = "list",
        visibleThrough = "contract",
        sort = "place")
record ContractLine(
        @FieldSpec(title = true, required = true, readOnly = true, column = true)
        String label,

        @FieldSpec(required = true, ref = "contract", inverse = "lines", readOnly = true)
        UUID contract,

        @FieldSpec(required = true, ref = "account", meaning = Meaning.ACCOUNT, readOnly = true)
        UUID account,

        @FieldSpec(readOnly = true, sortable = true) @Nullable
        Integer place,

        @FieldSpec(readOnly = true, column = true) @Nullable String siteType,

        @FieldSpec(max = 80, readOnly = true, column = true) @Nullable
        String item,

        @FieldSpec(required = true, readOnly = true, column = true, initial = "hardware")
        ItemKind kind,

        @FieldSpec(required = true, readOnly = true, column = true)
        Integer quantity,

        @FieldSpec(required = true, readOnly = true, column = true)
        Integer sites,

        @FieldSpec(required = true, readOnly = true, column = true)
        Money unitPrice) {}
