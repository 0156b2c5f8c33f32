package org.weir.aftersales.installed;

import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.records.api.Action;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/** A ticket on an installed system. */
@Component
public final class OpenTicketOnSystem implements Action {
    private final OpenTicket tickets;

    @Activate
    public OpenTicketOnSystem(@Reference Records records, @Reference RecordTypes types) {
        this.tickets = new OpenTicket(records, types, Clock.systemUTC());
    }

    public record Input(
            @FieldSpec(required = true) String title,
            @FieldSpec(required = true, initial = "minor") OpenTicket.Severity severity,

            @FieldSpec(multiline = true, max = 20_000) @Nullable
            String description) {}

    @Override
    public String type() {
        return "installed-system";
    }

    @Override
    public String name() {
        return "open-ticket";
    }

    @Override
    public int order() {
        return 20;
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
    public boolean applies(Actor actor, Row row) {
        return tickets.offered() && !"retired".equals(row.text("state"));
    }

    @Override
    public Done run(Call call) {
        Input input = (Input) call.input();
        Row row = call.rows().get(0);
        return tickets.open(
                call.actor(),
                new OpenTicket.Trouble(
                        Objects.requireNonNull(row.ref("account")),
                        row.ref("site"),
                        row.id(),
                        null,
                        input.title(),
                        input.severity(),
                        input.description()));
    }
}
