package org.weir.solution.quote;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.events.api.EventLog;
import org.weir.records.api.Action;
import org.weir.records.api.Draft;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.Filter;
import org.weir.records.api.Query;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.solution.configuration.BillsOfMaterials;
import org.weir.solution.contract.SignContract;
import org.weir.store.api.Database;

/** The customer says yes: the quote becomes the contract, the opportunity is won, other versions fall; all or nothing. */
@Component(service = Action.class)
public final class Accept extends QuoteAction {
    private final Database database;
    private final Records records;
    private final Access access;
    private final RecordTypes types;
    private final Offers offers;
    private final SignContract contracts;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public Accept(
            @Reference(target = "(schema=solution)") Database database,
            @Reference Records records,
            @Reference Access access,
            @Reference RecordTypes types,
            @Reference EventLog events,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    BillsOfMaterials bills) {
        super("accept", 50, States.SENT);
        this.database = database;
        this.records = records;
        this.access = access;
        this.types = types;
        this.offers = new Offers(database);
        this.contracts = new SignContract(records, events, bills);
    }

    /** Why we won, as opportunities have it. */
    public enum Reason {
        PRICE,
        SOLUTION,
        RELATIONSHIP,
        DELIVERY,
        SERVICE,
        TIMING,
        OTHER
    }

    /**
     * @param decidedBy the customer's person who said so
     * @param orderNumber the customer's
     */
    public record Input(
            @FieldSpec(required = true) String decidedBy,
            @FieldSpec(required = true, initial = "today") LocalDate decidedOn,
            @FieldSpec(max = 80) @Nullable String orderNumber,
            @FieldSpec(initial = "solution") @Nullable Reason wonBecause) {}

    @Override
    public Class<? extends Record> input() {
        return Input.class;
    }

    @Override
    public Done run(Call call) {
        Row quote = call.rows().get(0);
        Input input = (Input) call.input();
        LocalDate validUntil = (LocalDate) Objects.requireNonNull(quote.get("validUntil"));
        if (input.decidedOn().isAfter(validUntil)) {
            throw ProblemException.invalid("decidedOn", Text.of("quote.too-late", validUntil.toString()));
        }
        if (input.decidedOn().isAfter(LocalDate.now(clock).plusDays(1))) {
            throw ProblemException.invalid("decidedOn", Text.of("quote.in-future"));
        }
        Actor writer = OnBehalf.of(call.actor(), access);
        Row contract = database.write(handle -> {
            offers.lock(quote.id());
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            values.put("state", States.ACCEPTED);
            values.put("decidedBy", input.decidedBy());
            values.put("decidedOn", input.decidedOn());
            Row accepted = records.update(writer, Draft.change(quote, values));
            others(writer, accepted);
            win(writer, accepted, input);
            return contracts.sign(writer, accepted, offers.of(accepted), input.orderNumber());
        });
        return new Done(
                Text.of("quote.accepted", String.valueOf(contract.get("number"))),
                "contract",
                contract.id(),
                null,
                Map.of("contract", contract.id().toString()));
    }

    /** Other versions that the customer still holds are no offers any more. */
    private void others(Actor writer, Row accepted) {
        UUID before = accepted.ref("previous");
        while (before != null) {
            Row version = records.read(writer, "quote", before);
            supersede(writer, version, accepted);
            before = version.ref("previous");
        }
        UUID at = accepted.id();
        while (at != null) {
            Query later = Query.all("quote").where(Filter.eq("previous", at)).limit(1);
            at = null;
            for (Row version : records.list(writer, later).rows()) {
                supersede(writer, version, accepted);
                at = version.id();
            }
        }
    }

    private void supersede(Actor writer, Row version, Row accepted) {
        if (States.is(version, States.SENT)) {
            records.update(
                    writer,
                    Draft.change(
                            version,
                            Map.of("state", States.EXPIRED, "reason", String.valueOf(accepted.get("number")))));
        }
    }

    private void win(Actor writer, Row accepted, Input input) {
        UUID id = accepted.ref("opportunity");
        if (id == null || types.find("opportunity").isEmpty()) {
            return;
        }
        Row opportunity = records.find(writer, "opportunity", id).orElse(null);
        if (opportunity == null || "won".equals(opportunity.get("stage")) || "lost".equals(opportunity.get("stage"))) {
            return;
        }
        Reason reason = input.wonBecause() == null ? Reason.OTHER : input.wonBecause();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("stage", "won");
        values.put("reason", CheckQuote.choice(reason));
        values.put("closed", input.decidedOn());
        values.put("probability", 100L);
        values.put("amount", Objects.requireNonNull(accepted.get("total")));
        records.update(writer, Draft.change(opportunity, values));
    }
}
