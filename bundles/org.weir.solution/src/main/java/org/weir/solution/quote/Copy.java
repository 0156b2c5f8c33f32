package org.weir.solution.quote;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.base.api.Text;
import org.weir.records.api.Action;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.store.api.Database;

/** Makes another quote with the same lines; it has its own number and its own way to go. */
@Component(service = Action.class)
public final class Copy extends QuoteAction {
    private final CopyQuote copies;

    @Activate
    public Copy(
            @Reference(target = "(schema=solution)") Database database,
            @Reference Records records,
            @Reference Access access) {
        super(
                "copy",
                80,
                States.DRAFT,
                States.WAITING,
                States.APPROVED,
                States.SENT,
                States.ACCEPTED,
                States.DECLINED,
                States.EXPIRED);
        this.copies = new CopyQuote(database, records, access, Clock.systemUTC());
    }

    /** @param subject empty for the same */
    public record Input(@FieldSpec @Nullable String subject) {}

    @Override
    public Class<? extends Record> input() {
        return Input.class;
    }

    @Override
    public Done run(Call call) {
        String subject = ((Input) call.input()).subject();
        Map<String, Object> more = new LinkedHashMap<>();
        if (subject != null) {
            more.put("subject", subject);
        }
        Row copy = copies.copy(call.actor(), call.rows().get(0), more);
        return Done.open(Text.of("quote.copied", String.valueOf(copy.get("number"))), copy);
    }
}
