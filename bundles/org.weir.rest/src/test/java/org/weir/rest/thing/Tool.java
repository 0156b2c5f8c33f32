package org.weir.rest.thing;

import java.util.UUID;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.RecordSpec;

/** A record that is seen by whoever sees the thing it belongs to. */
@RecordSpec(name = "tool", schema = "things", table = "tool", visibleThrough = "thing")
public record Tool(
        @FieldSpec(ref = "thing", inverse = "tools", required = true)
        UUID thing,

        @FieldSpec(title = true, required = true) String name) {}
