package org.weir.solution.quote;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Action;
import org.weir.records.api.Filter;
import org.weir.records.api.Query;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.store.api.Database;

/** Makes the next version of a quote that was sent; the one that was sent stays as it is. */
@Component(service = Action.class)
public final class NewVersion extends QuoteAction {
    private final Records records;
    private final Access access;
    private final CopyQuote copies;

    @Activate
    public NewVersion(
            @Reference(target = "(schema=solution)") Database database,
            @Reference Records records,
            @Reference Access access) {
        super("new-version", 70, States.SENT, States.DECLINED, States.EXPIRED);
        this.records = records;
        this.access = access;
        this.copies = new CopyQuote(database, records, access, Clock.systemUTC());
    }

    @Override
    public Done run(Call call) {
        Row quote = call.rows().get(0);
        Query later =
                Query.all("quote").where(Filter.eq("previous", quote.id())).limit(1);
        if (!records.list(access.system(), later).rows().isEmpty()) {
            throw ProblemException.conflict(Text.of("quote.has-later-version"));
        }
        long edition = (Long) Objects.requireNonNullElse(quote.get("edition"), 1L) + 1;
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("number", base(String.valueOf(quote.get("number"))) + " v" + edition);
        more.put("edition", edition);
        more.put("previous", quote.id());
        Row next = copies.copy(call.actor(), quote, more);
        return Done.open(Text.of("quote.version-made", edition), next);
    }

    private static String base(String number) {
        int version = number.lastIndexOf(" v");
        return version < 0 ? number : number.substring(0, version);
    }
}
