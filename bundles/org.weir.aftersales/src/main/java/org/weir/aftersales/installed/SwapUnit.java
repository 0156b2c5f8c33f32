package org.weir.aftersales.installed;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Action;
import org.weir.records.api.Draft;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.store.api.Database;

/** One piece out, another in at its place: the old unit is kept as replaced, the new one goes on with its warranty. */
@Component
public final class SwapUnit implements Action {
    private static final List<String> SAME = List.of(
            "label",
            "system",
            "site",
            "account",
            "itemCode",
            "position",
            "quantity",
            "vendor",
            "maker",
            "warrantyUntil");

    private final Database database;
    private final Records records;

    @Activate
    public SwapUnit(@Reference(target = "(schema=aftersales)") Database database, @Reference Records records) {
        this.database = database;
        this.records = records;
    }

    /** @param oldSerial what was read on the piece taken out, when the archive does not say so */
    public record Input(
            @FieldSpec(required = true, max = 80) String serial,
            @FieldSpec(max = 80) @Nullable String revision,
            @FieldSpec(max = 80) @Nullable String oldSerial,
            @FieldSpec(required = true, initial = "today") LocalDate on,

            @FieldSpec(multiline = true, max = 2_000) @Nullable
            String why) {}

    @Override
    public String type() {
        return "unit";
    }

    @Override
    public String name() {
        return "swap";
    }

    @Override
    public int order() {
        return 30;
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
        return "in-service".equals(row.text("state"));
    }

    @Override
    public Done run(Call call) {
        Input input = (Input) call.input();
        Row old = call.rows().get(0);
        String out = Objects.requireNonNullElse(input.oldSerial(), Objects.requireNonNullElse(old.text("serial"), ""));
        if (input.serial().equals(out)) {
            throw ProblemException.invalid("serial", Text.of("unit.same-serial"));
        }
        if (old.get("installedOn") instanceof LocalDate installed && input.on().isBefore(installed)) {
            throw ProblemException.invalid("on", Text.of("unit.swapped-before-installed", installed.toString()));
        }
        Row next = database.write(handle -> swapped(call.actor(), old, input, out));
        Text said = out.isEmpty()
                ? Text.of("unit.swapped-new", title(old), input.serial())
                : Text.of("unit.swapped", title(old), out, input.serial());
        return Done.open(said, next);
    }

    private Row swapped(Actor actor, Row old, Input input, String out) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String field : SAME) {
            put(values, field, old.get(field));
        }
        values.put("serial", input.serial());
        put(values, "revision", Objects.requireNonNullElse(input.revision(), old.text("revision")));
        values.put("installedOn", input.on());
        put(values, "note", input.why());
        Row next = records.create(actor, Draft.create("unit", values));
        Map<String, @Nullable Object> gone = new LinkedHashMap<>();
        gone.put("state", "replaced");
        gone.put("replacedBy", next.id());
        if (!out.isEmpty()) {
            gone.put("serial", out);
        }
        records.update(actor, Draft.change(old, gone));
        return next;
    }

    private static String title(Row unit) {
        return String.valueOf(unit.get("label"));
    }

    private static void put(Map<String, Object> values, String field, @Nullable Object value) {
        if (value != null) {
            values.put(field, value);
        }
    }
}
