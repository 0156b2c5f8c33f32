package org.weir.solution.quote;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Action;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.store.api.Database;

/** Says what one piece of a line costs us, where neither price list nor product model knows. */
@Component
public final class SetCost implements Action {
    private final Database database;
    private final Offers offers;
    private final Recalculate recalculate;

    @Activate
    public SetCost(
            @Reference(target = "(schema=solution)") Database database,
            @Reference Records records,
            @Reference Access access) {
        this.database = database;
        this.offers = new Offers(database);
        this.recalculate = new Recalculate(offers, records, access);
    }

    /** @param unitCost of one piece, in the quote's currency */
    public record Input(@FieldSpec(required = true) BigDecimal unitCost) {}

    @Override
    public String type() {
        return "quote-line";
    }

    @Override
    public String name() {
        return "set-cost";
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
        BigDecimal cost = ((Input) call.input()).unitCost();
        if (cost.signum() < 0) {
            throw ProblemException.invalid("unitCost", Text.of("price.negative"));
        }
        Row line = call.rows().get(0);
        database.perform(handle -> {
            offers.cost(line.id(), cost);
            if (!recalculate.now(Objects.requireNonNull(line.ref("quote")))) {
                throw ProblemException.conflict(Text.of("quote.was-sent"));
            }
        });
        return Done.said(Text.of("quote.cost-set"));
    }
}
