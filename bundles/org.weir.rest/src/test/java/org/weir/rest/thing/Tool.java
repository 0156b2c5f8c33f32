package org.weir.rest.thing;

import java.util.UUID;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.RecordSpec;

/** A record that is seen by whoever sees the thing it belongs to, and may change without a new version. */
@RecordSpec(name = "tool", schema = "things", table = "tool", visibleThrough = "thing", reckoned = true)
public record Tool(
        @FieldSpec(ref = "thing", inverse = "tools", required = true)
        UUID thing,

        @FieldSpec(title = true, required = true) String name) {}
