package org.weir.testkit.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Draft;
import org.weir.records.api.Field;
import org.weir.records.api.Query;
import org.weir.records.api.RecordType;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.TestDatabase;

/**
 * What every record type keeps to, on both databases. A test class extends it, names its schemas with {@code @Schemas} (see
 * {@link RecordHouse}) and says how a good record looks.
 */
public abstract class RecordTypeContract {
    /** The name of the type. */
    protected abstract String type();

    /** Values of a good record; what it refers to is made in the house. */
    protected abstract Map<String, Object> sample(RecordHouse house);

    /** Other values that the sample may take later. */
    protected abstract Map<String, @Nullable Object> change();

    @OnEachDatabase
    void a_record_is_made_and_found_changed_and_deleted(TestDatabase databases) {
        RecordHouse house = new RecordHouse(databases);
        Map<String, Object> values = sample(house);
        Row made = house.create(type(), values);
        Row found = house.read(made);
        assertEquals(made.values(), found.values());
        Row changed = house.records().update(house.system(), Draft.change(found, change()));
        change().forEach((field, value) -> assertEquals(value, changed.get(field), field));
        assertEquals(changed.values(), house.read(made).values());
        assertThrows(Records.StaleException.class, () -> house.records()
                .update(house.system(), Draft.change(found, change())));
        house.records().delete(house.system(), type(), made.id(), changed.version());
        assertTrue(house.records().find(house.system(), type(), made.id()).isEmpty());
    }

    @OnEachDatabase
    void a_required_field_that_is_empty_is_named(TestDatabase databases) {
        RecordHouse house = new RecordHouse(databases);
        Map<String, Object> values = sample(house);
        for (Field field : types(house).fields()) {
            if (field.required() && values.containsKey(field.name())) {
                Map<String, Object> without = new HashMap<>(values);
                without.put(field.name(), "");
                ProblemException refused =
                        assertThrows(ProblemException.class, () -> house.create(type(), without), field.name());
                assertTrue(
                        refused.fields().stream().anyMatch(it -> it.field().equals(field.name())),
                        () -> field.name() + " is not named in " + refused.fields());
            }
        }
    }

    @OnEachDatabase
    void who_has_no_permission_sees_and_changes_nothing(TestDatabase databases) {
        RecordHouse house = new RecordHouse(databases);
        Row made = house.create(type(), sample(house));
        Actor stranger = house.user("stranger");
        assertThrows(ProblemException.class, () -> house.records().read(stranger, type(), made.id()));
        assertThrows(ProblemException.class, () -> house.records().list(stranger, Query.all(type())));
        assertThrows(ProblemException.class, () -> house.records().update(stranger, Draft.change(made, change())));
        assertThrows(ProblemException.class, () -> house.records().delete(stranger, type(), made.id(), null));
        assertEquals(made.values(), house.read(made).values());
    }

    @OnEachDatabase
    void its_list_can_be_sorted_by_every_sortable_field(TestDatabase databases) {
        RecordHouse house = new RecordHouse(databases);
        Row made = house.create(type(), sample(house));
        for (Field field : types(house).fields()) {
            for (boolean descending : field.sortable() ? new boolean[] {false, true} : new boolean[0]) {
                Query sorted =
                        new Query(type(), null, "", List.of(new Query.Sort(field.name(), descending)), 50, null, null);
                assertTrue(
                        house.records().list(house.system(), sorted).rows().stream()
                                .anyMatch(it -> it.id().equals(made.id())),
                        () -> "sorted by " + field.name());
            }
        }
    }

    @OnEachDatabase
    void every_label_is_there(TestDatabase databases) {
        RecordHouse house = new RecordHouse(databases);
        RecordType type = types(house);
        List<Text> labels = new ArrayList<>(List.of(type.one(), type.many()));
        for (Field field : type.fields()) {
            labels.add(type.label(field));
            field.choices().forEach(it -> labels.add(type.label(field, it)));
        }
        assertFalse(labels.isEmpty());
        List<String> missing = labels.stream()
                .map(Text::key)
                .filter(it -> house.texts().find(Locale.ENGLISH, it).isEmpty())
                .toList();
        assertEquals(List.of(), missing);
    }

    private RecordType types(RecordHouse house) {
        return house.service(RecordTypes.class).get(type());
    }
}
