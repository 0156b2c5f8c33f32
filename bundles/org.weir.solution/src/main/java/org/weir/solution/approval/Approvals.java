package org.weir.solution.approval;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.weir.access.api.Access;
import org.weir.records.api.Draft;
import org.weir.records.api.Filter;
import org.weir.records.api.Query;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/** The approvals of a quote, whoever asks. */
public final class Approvals {
    private final Records records;
    private final Access access;

    public Approvals(Records records, Access access) {
        this.records = records;
        this.access = access;
    }

    /** Newest first. */
    public List<Row> of(UUID quote) {
        Query query = Query.all("approval").where(Filter.eq("quote", quote)).limit(200);
        return records.list(access.system(), query).rows();
    }

    /** The one in that state for exactly these figures. */
    public Optional<Row> find(UUID quote, String state, String fingerprint) {
        return of(quote).stream()
                .filter(it -> state.equals(it.get("state")) && fingerprint.equals(it.get("fingerprint")))
                .findFirst();
    }

    /** The figures have changed: what was asked or answered about them holds no more. */
    public void voidAll(UUID quote) {
        for (Row approval : of(quote)) {
            if ("open".equals(approval.get("state")) || "approved".equals(approval.get("state"))) {
                records.update(access.system(), Draft.change(approval, Map.of("state", "void")));
            }
        }
    }
}
