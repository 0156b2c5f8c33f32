package org.weir.partner.gallery.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.base.api.ProblemException;
import org.weir.records.api.Draft;
import org.weir.records.api.Row;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;
import org.weir.testkit.records.RecordHouse;
import org.weir.testkit.records.RecordTypeContract;

@Schemas({"access", "records", "relationship", "mail", "gallery"})
final class MeterStoreTest extends RecordTypeContract {
    @Override
    protected String type() {
        return Meter.TYPE;
    }

    @Override
    protected Map<String, Object> sample(RecordHouse house) {
        UUID account = house.create("account", Map.of("name", "Atlas")).id();
        return Map.of("serial", "EM-1", "account", account, "kwh", new BigDecimal("10.000"));
    }

    @Override
    protected Map<String, @Nullable Object> change() {
        return Map.of("name", "Cellar", "kwh", new BigDecimal("12.500"));
    }

    @OnEachDatabase
    void a_meter_without_a_name_is_called_by_its_number_and_is_due_a_month_after_its_reading(TestDatabase databases) {
        RecordHouse house = new RecordHouse(databases);
        UUID account = house.create("account", Map.of("name", "Atlas")).id();
        Row meter = house.create(
                Meter.TYPE, Map.of("serial", "EM-7", "account", account, "readOn", LocalDate.of(2026, 5, 4)));
        assertEquals("EM-7", meter.text("name"));
        assertEquals(LocalDate.of(2026, 6, 3), meter.get("dueOn"));
    }

    @OnEachDatabase
    void a_meter_does_not_run_backwards(TestDatabase databases) {
        RecordHouse house = new RecordHouse(databases);
        Row meter = house.create(Meter.TYPE, sample(house));
        ProblemException refused = assertThrows(ProblemException.class, () -> house.records()
                .update(house.system(), Draft.change(meter, Map.of("kwh", new BigDecimal("9.999")))));
        assertEquals("kwh", refused.fields().get(0).field());
    }

    @OnEachDatabase
    void a_reader_sees_the_accounts_where_he_reads_and_no_others(TestDatabase databases) {
        RecordHouse house = new RecordHouse(databases);
        Actor reader = house.user("kim", "gallery-reader");
        Row theirs = house.create(Meter.TYPE, sample(house));
        UUID account = house.create("account", Map.of("name", "Borealis")).id();
        Row own = house.create(Meter.TYPE, Map.of("serial", "EM-2", "account", account, "reader", reader.user()));
        assertEquals(Set.of(own.id()), house.records().visible(reader, Meter.TYPE, Set.of(theirs.id(), own.id())));
        assertTrue(house.records().find(reader, "account", account).isPresent());
        UUID other = Objects.requireNonNull(theirs.ref("account"));
        assertFalse(house.records().find(reader, "account", other).isPresent());
    }
}
