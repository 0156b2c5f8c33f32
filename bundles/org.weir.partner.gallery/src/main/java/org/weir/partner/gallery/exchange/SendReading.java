package org.weir.partner.gallery.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.partner.gallery.meter.Meter;
import org.weir.records.api.Draft;
import org.weir.records.api.Filter;
import org.weir.records.api.Query;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.rest.api.Needed;
import org.weir.rest.api.Operation;
import org.weir.rest.api.Reply;

/** {@code POST /api/gallery/readings}: a meter that reads itself says what it shows. */
@Component
public final class SendReading implements Operation {
    private final Records records;

    @Activate
    public SendReading(@Reference Records records) {
        this.records = records;
    }

    /** What comes in. */
    public record Reading(@Needed String serial, @Needed BigDecimal kwh) {}

    /** What goes out. */
    public record Taken(
            UUID meter, BigDecimal kwh, @Nullable LocalDate dueOn) {}

    @Override
    public Method method() {
        return Method.POST;
    }

    @Override
    public String path() {
        return "/gallery/readings";
    }

    @Override
    public String name() {
        return "sendReading";
    }

    @Override
    public Text summary() {
        return Text.of("gallery.send");
    }

    @Override
    public String permission() {
        return ExchangePermissions.SEND;
    }

    @Override
    public Input input() {
        return Input.json(Reading.class);
    }

    @Override
    public Output output() {
        return Output.json(200, Taken.class);
    }

    @Override
    public List<Integer> refuses() {
        return List.of(404, 422);
    }

    @Override
    public Reply call(Ask ask) {
        Reading reading = ask.body(Reading.class);
        Query which = Query.all(Meter.TYPE).where(Filter.eq("serial", reading.serial()));
        Row meter =
                records.list(ask.actor(), which).rows().stream().findFirst().orElseThrow(ProblemException::notFound);
        Row read = records.update(
                ask.actor(),
                Draft.change(meter, Map.of("kwh", reading.kwh(), "readOn", LocalDate.now(ZoneOffset.UTC))));
        return Reply.json(new Taken(read.id(), reading.kwh(), (LocalDate) read.get("dueOn")));
    }
}
