package org.weir.solution.quote;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Draft;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.solution.approval.Approvals;
import org.weir.store.api.Database;

/** Answers the open question about a quote, for exactly the figures asked about; never one's own. */
final class DecideApproval {
    private final Database database;
    private final Records records;
    private final Access access;
    private final Offers offers;
    private final Approvals approvals;
    private final Clock clock = Clock.systemUTC();

    DecideApproval(Database database, Records records, Access access) {
        this.database = database;
        this.records = records;
        this.access = access;
        this.offers = new Offers(database);
        this.approvals = new Approvals(records, access);
    }

    Row decide(Actor actor, Row quote, boolean yes, @Nullable String answer) {
        return database.write(handle -> {
            offers.lock(quote.id());
            Row question = approvals
                    .find(quote.id(), "open", offers.of(quote).fingerprint())
                    .orElseThrow(() -> ProblemException.conflict(Text.of("quote.no-open-question")));
            if (Objects.equals(question.ref("requestedBy"), actor.user())) {
                throw new ProblemException(403, Text.of("approval.own-question"), java.util.List.of());
            }
            Actor writer = OnBehalf.of(actor, access);
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            values.put("state", yes ? "approved" : "refused");
            values.put("decidedBy", actor.user());
            values.put("decidedAt", clock.instant().truncatedTo(ChronoUnit.MICROS));
            values.put("answer", answer);
            records.update(writer, Draft.change(question, values));
            return records.update(writer, Draft.change(quote, Map.of("state", yes ? States.APPROVED : States.DRAFT)));
        });
    }
}
