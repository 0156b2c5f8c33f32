package org.weir.records.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.weir.access.api.Actor;
import org.weir.access.api.Scope;
import org.weir.base.api.ProblemException;
import org.weir.records.api.Draft;
import org.weir.records.api.Query;
import org.weir.records.api.RecordDeclaration;
import org.weir.records.api.RecordType;
import org.weir.records.api.Row;
import org.weir.records.sample.Company;
import org.weir.records.sample.Person;
import org.weir.records.sample.Receipt;
import org.weir.records.sample.World;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

/** A bundle is taken out of the suite, others refer to its records. */
@Schemas({"records", "sample"})
final class AbsentTypesStoreTest {
    @OnEachDatabase
    void fields_of_an_absent_type_are_gone_and_come_back_with_their_values(TestDatabase databases) {
        World world = new World(databases);
        Row company = world.company("A");
        Row person = world.person("P");
        Row receipt = world.records.create(
                world.system,
                Draft.create("receipt", Map.of("company", company.id(), "signers", List.of(person.id()))));
        RecordDeclaration companies = world.declared(Company.class);
        RecordDeclaration people = world.declared(Person.class);
        world.types.removeDeclaration(companies);
        world.types.removeDeclaration(people);

        RecordType type = world.types.get("receipt");
        assertNull(type.field("company"));
        assertNull(type.field("signers"));
        assertEquals(List.of("number"), type.keys());
        assertEquals("-number", type.sort());
        Row without = world.records.read(world.system, "receipt", receipt.id());
        assertNull(without.get("company"));
        world.records.update(world.system, Draft.change(without, Map.of("remark", "changed meanwhile")));
        assertEquals(
                1, world.records.list(world.system, Query.all("receipt")).rows().size());
        ProblemException filtered = assertThrows(
                ProblemException.class,
                () -> world.records.list(world.system, world.query("receipt", "company.name==A")));
        assertEquals(400, filtered.status());

        world.types.addDeclaration(companies);
        world.types.addDeclaration(people);
        Row again = world.records.read(world.system, "receipt", receipt.id());
        assertEquals(company.id(), again.ref("company"));
        assertEquals(List.of(person.id()), again.refs("signers"));
        assertEquals("changed meanwhile", again.get("remark"));
        assertNotNull(world.types.get("receipt").field("company"));
    }

    @OnEachDatabase
    void what_is_visible_through_an_absent_type_is_seen_by_nobody_but_those_who_see_all(TestDatabase databases) {
        World world = new World(databases);
        Actor ann = world.actor(world.ann, Scope.TEAM);
        Row company = world.company("A", "team", world.north);
        Row receipt = world.records.create(world.system, Draft.create("receipt", Map.of("company", company.id())));
        assertTrue(world.records.find(ann, "receipt", receipt.id()).isPresent());
        world.types.removeDeclaration(world.declared(Company.class));
        assertFalse(world.records.find(ann, "receipt", receipt.id()).isPresent());
        assertTrue(world.records.list(ann, Query.all("receipt")).rows().isEmpty());
        assertTrue(world.records.find(world.system, "receipt", receipt.id()).isPresent());
    }

    @OnEachDatabase
    void a_record_is_deleted_with_what_it_keeps_for_an_absent_type(TestDatabase databases) {
        World world = new World(databases);
        Row person = world.person("P");
        Row receipt =
                world.records.create(world.system, Draft.create("receipt", Map.of("signers", List.of(person.id()))));
        world.types.removeDeclaration(world.declared(Person.class));
        world.records.delete(world.system, "receipt", receipt.id(), null);
        assertTrue(world.records.find(world.system, "receipt", receipt.id()).isEmpty());
    }

    @OnEachDatabase
    void whoever_asks_for_records_of_an_absent_type_is_told_so(TestDatabase databases) {
        World world = new World(databases);
        world.types.removeDeclaration(world.declared(Receipt.class));
        for (Runnable ask : List.<Runnable>of(
                () -> world.records.list(world.system, Query.all("receipt")),
                () -> world.records.readAll(world.system, "receipt", List.of(world.ann)),
                () -> world.records.find(world.system, "receipt", world.ann))) {
            ProblemException absent = assertThrows(ProblemException.class, ask::run);
            assertEquals(404, absent.status());
            assertEquals("records.problem.no-type", absent.text().key());
        }
        assertTrue(world.records
                .titles(world.system, "receipt", List.of(world.ann))
                .isEmpty());
    }
}
