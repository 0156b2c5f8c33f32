package org.weir.webhooks.webhook;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordSpec;

/** An address that is told what happens. It is told of what its owner may see: whoever gave it the address. */
@RecordSpec(
        name = Webhook.TYPE,
        schema = "webhooks",
        table = "webhook",
        icon = "link",
        section = "section.administration",
        order = 960)
public record Webhook(
        @FieldSpec(title = true, required = true, column = true)
        String name,

        @FieldSpec(required = true, max = 1_000, column = true)
        String address,

        @FieldSpec(max = 100, column = true) List<String> events,

        @FieldSpec(required = true, column = true, initial = "true")
        Boolean active,

        @FieldSpec(ref = "user", meaning = Meaning.OWNER, column = true, readOnly = true) @Nullable
        UUID owner,

        @FieldSpec(readOnly = true, column = true) @Nullable Stopped stoppedBecause) {
    /** The record type. */
    public static final String TYPE = "webhook";

    /** Why Weir has stopped it. */
    public enum Stopped {
        /** It failed for days. */
        FAILING,
        /** Its receiver said that it is gone for good. */
        GONE
    }
}
