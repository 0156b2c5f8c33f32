package org.weir.relationship.touchpoint;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.records.api.Action;
import org.weir.records.api.Draft;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.Records;

/** Logs a contact with the account at hand, in one form. */
@Component
public final class LogTouchpoint implements Action {
    private final Records records;

    @Activate
    public LogTouchpoint(@Reference Records records) {
        this.records = records;
    }

    /** Labelled as the touchpoint's own fields are. */
    public record Input(
            @FieldSpec(required = true) String subject,
            @FieldSpec(required = true, initial = "visit") Touchpoint.Kind kind,
            @FieldSpec(required = true, initial = "now") Instant heldAt,
            @FieldSpec(ref = "person") List<UUID> theirs,
            @FieldSpec(ref = "user", initial = "me") List<UUID> ours,

            @FieldSpec(multiline = true, max = 20_000) @Nullable
            String outcome) {}

    @Override
    public String type() {
        return "account";
    }

    @Override
    public String name() {
        return "log-touchpoint";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Set<Place> places() {
        return Set.of(Place.RECORD);
    }

    @Override
    public Class<? extends Record> input() {
        return Input.class;
    }

    @Override
    public Done run(Call call) {
        Input input = (Input) call.input();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("account", call.rows().get(0).id());
        values.put("subject", input.subject());
        values.put("kind", input.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        values.put("heldAt", input.heldAt());
        values.put("theirs", input.theirs());
        values.put("ours", input.ours());
        if (input.outcome() != null) {
            values.put("outcome", input.outcome());
        }
        records.create(call.actor(), Draft.create("touchpoint", values));
        return Done.said(Text.of("touchpoint.logged"));
    }
}
