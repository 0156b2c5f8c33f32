package org.weir.partner.gallery.remind;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.weir.access.api.Access;
import org.weir.base.api.Text;
import org.weir.mail.api.Mail;
import org.weir.partner.gallery.meter.Meter;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;
import org.weir.testkit.records.JobRecorder;
import org.weir.testkit.records.RecordHouse;

@Schemas({"access", "records", "relationship", "mail", "gallery"})
final class RemindStoreTest {
    @OnEachDatabase
    void a_turn_writes_the_job_down_and_the_job_one_letter_to_each_reader(TestDatabase databases) {
        RecordHouse house = new RecordHouse(databases);
        UUID account = house.create("account", Map.of("name", "Atlas")).id();
        UUID reader = house.user("kim").user();
        for (String serial : List.of("EM-1", "EM-2")) {
            house.create(
                    Meter.TYPE,
                    Map.of(
                            "serial", serial,
                            "account", account,
                            "reader", reader,
                            "readOn", LocalDate.of(2026, 1, 1)));
        }
        house.service(RemindWeekly.class).run(house.jobs());
        JobRecorder.Enqueued job = house.jobs().enqueued().get(0);
        assertEquals(WriteReminders.NAME, job.kind());
        Map<UUID, Object> letters = new HashMap<>();
        Mail mail = (template, to, values) -> {
            letters.put(to, values.get("meters"));
            return Optional.of(to);
        };
        Text outcome =
                new WriteReminders(house.records(), house.service(Access.class), mail).run(job.input(), house.jobs());
        assertEquals(Text.of("gallery.reminded", 1), outcome);
        assertEquals(Map.of(reader, 2L), letters);
    }
}
