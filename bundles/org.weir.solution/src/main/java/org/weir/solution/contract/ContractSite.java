package org.weir.solution.contract;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordSpec;

/** A place where a contract is to be fulfilled. Which site it is may be told later. */
@RecordSpec(
        name = "contract-site",
        schema = "solution",
        table = "contract_site",
        icon = "map-pin",
        visibleThrough = "contract",
        sort = "place")
record ContractSite(
        @FieldSpec(title = true, required = true, column = true)
        String name,

        @FieldSpec(required = true, ref = "contract", inverse = "sites", readOnly = true)
        UUID contract,

        @FieldSpec(required = true, ref = "account", meaning = Meaning.ACCOUNT, readOnly = true)
        UUID account,

        @FieldSpec(readOnly = true, sortable = true) @Nullable
        Integer place,

        @FieldSpec(readOnly = true, column = true) @Nullable String siteType,

        @FieldSpec(ref = "site", inverse = "contracts", column = true) @Nullable
        UUID site) {}
