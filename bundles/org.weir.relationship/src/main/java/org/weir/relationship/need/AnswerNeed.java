package org.weir.relationship.need;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.records.api.Action;
import org.weir.records.api.Draft;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/** Says how a need is met. */
@Component(service = Action.class)
public final class AnswerNeed implements Action {
    private final Records records;

    @Activate
    public AnswerNeed(@Reference Records records) {
        this.records = records;
    }

    /** @param answered the day; empty for today */
    public record Input(
            @FieldSpec(required = true, multiline = true, max = 2_000)
            String answer,

            @FieldSpec(initial = "today") @Nullable LocalDate answered) {}

    @Override
    public String type() {
        return "need";
    }

    @Override
    public String name() {
        return "answer";
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
    public boolean applies(Actor actor, Row row) {
        return "open".equals(row.text("state"));
    }

    @Override
    public Done run(Call call) {
        Row need = call.rows().get(0);
        Input input = (Input) call.input();
        LocalDate day = input.answered() == null
                ? LocalDate.now(Clock.system(call.actor().zone()))
                : input.answered();
        records.update(
                call.actor(),
                Draft.change(need, Map.of("state", "answered", "answer", input.answer(), "answered", day)));
        return Done.said(Text.of("need.answered", String.valueOf(need.get("title"))));
    }
}
