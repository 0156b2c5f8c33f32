package org.weir.access.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.weir.access.House;
import org.weir.access.api.Access.AuditEntry;
import org.weir.access.api.Audit.Verdict;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas("access")
final class AuditTrailStoreTest {
    @SuppressWarnings("NullAway.Init")
    private House house;

    @BeforeEach
    void build(TestDatabase databases) {
        house = House.on(databases.schema("access"));
    }

    @OnEachDatabase
    void an_untouched_trail_is_intact() {
        note(5);
        Verdict verdict = house.audit.verify();
        assertTrue(verdict.intact());
        assertEquals(6, verdict.entries());
        assertNull(verdict.broken());
    }

    @OnEachDatabase
    void an_empty_trail_is_intact(TestDatabase databases) {
        House empty = House.empty(databases.schema("access"), Path.of("target"));
        assertTrue(empty.audit.verify().intact());
    }

    @OnEachDatabase
    void many_threads_write_one_chain() throws Exception {
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int t = 0; t < 8; t++) {
            calls.add(() -> {
                note(10);
                return true;
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        for (Future<Boolean> call : threads.invokeAll(calls)) {
            assertTrue(call.get());
        }
        threads.shutdown();
        Verdict verdict = house.audit.verify();
        assertTrue(verdict.intact(), verdict.toString());
        assertEquals(81, verdict.entries());
    }

    @OnEachDatabase
    void a_changed_entry_is_found() {
        note(5);
        AuditEntry third = house.access.audit(house.actor("root"), null, 10).get(2);
        tamper("update access.audit set detail = 'nothing happened' where id = '" + third.id() + "'");
        Verdict verdict = house.audit.verify();
        assertFalse(verdict.intact());
        assertEquals(third.id(), verdict.broken());
        assertEquals(3, verdict.entries());
    }

    @OnEachDatabase
    void a_removed_entry_is_found_in_the_middle_and_at_the_end() {
        note(5);
        AuditEntry last = house.access.audit(house.actor("root"), null, 1).get(0);
        tamper("delete from access.audit where id = '" + last.id() + "'");
        assertFalse(house.audit.verify().intact());
        tamper("update access.audit_head set seq = seq - 1");
        assertFalse(house.audit.verify().intact());
        tamper("delete from access.audit where seq = 2");
        assertEquals(1, house.audit.verify().entries());
    }

    @OnEachDatabase
    void an_entry_added_behind_our_back_is_found() {
        note(2);
        tamper("""
                insert into access.audit (seq, id, noted_at, login, action, detail, address, previous_hash, hash)
                select 99, cast('00000000-0000-7000-8000-000000000001' as uuid), noted_at, login, action, detail,
                  address, previous_hash, hash from access.audit where seq = 1""");
        assertFalse(house.audit.verify().intact());
    }

    @OnEachDatabase
    void an_entry_is_written_exactly_if_what_it_tells_of_is() {
        assertThrows(
                IllegalStateException.class,
                () -> house.database.perform(handle -> {
                    note(3);
                    throw new IllegalStateException("rolled back");
                }));
        assertEquals(1, house.audit.verify().entries());
        assertTrue(house.audit.verify().intact());
    }

    @OnEachDatabase
    void hostile_words_are_kept_as_text_and_too_long_ones_cut() {
        house.audit.note(null, "x\u0000".repeat(100), "'; drop table \uD83D" + "深".repeat(5000), "::1\r\nforged");
        AuditEntry entry = house.access.audit(house.actor("root"), null, 1).get(0);
        assertEquals(2000, entry.detail().length());
        assertTrue(entry.detail().startsWith("'; drop table \uFFFD深"));
        assertEquals("::1\uFFFD\uFFFDforged", entry.address());
        assertTrue(house.audit.verify().intact());
    }

    @OnEachDatabase
    void the_newest_come_first_and_pages_follow_one_another() {
        note(7);
        List<String> seen = new ArrayList<>();
        AuditEntry last = null;
        for (int page = 0; page < 4; page++) {
            for (AuditEntry entry : house.access.audit(house.actor("root"), last == null ? null : last.id(), 3)) {
                seen.add(entry.detail());
                last = entry;
            }
        }
        assertEquals(
                List.of(
                        "6",
                        "5",
                        "4",
                        "3",
                        "2",
                        "1",
                        "0",
                        "root: active true; team null; regions []; roles [administrator]; password set"),
                seen);
    }

    private void note(int count) {
        for (int i = 0; i < count; i++) {
            house.audit.note(house.system, "test.noted", Integer.toString(i), "");
        }
    }

    private void tamper(String sql) {
        house.database.perform(handle -> handle.execute(sql));
    }
}
