package org.weir.records.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.weir.access.api.Actor;
import org.weir.base.api.ProblemException;
import org.weir.records.api.Action;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordDeclaration;
import org.weir.records.api.RecordSpec;
import org.weir.records.api.RecordType;
import org.weir.records.api.RecordTypes.Inverse;
import org.weir.records.api.Row;
import org.weir.records.sample.Company;
import org.weir.records.sample.Employment;
import org.weir.store.api.Database;
import org.weir.testkit.OpenGate;

final class TypeRegistryTest {
    @RecordSpec(
            name = "Bad Name",
            schema = "s",
            table = "t",
            keys = "a+b",
            sort = "-nope",
            timeline = "name",
            visibleThrough = "x")
    record Wrong(
            @FieldSpec(title = true, max = 0) String name,
            @FieldSpec(title = true) String other,
            @FieldSpec UUID nowhere,
            @FieldSpec(ref = "a") String noRef,
            @FieldSpec Date date,
            @FieldSpec(meaning = Meaning.OWNER) String owner,
            @FieldSpec List<Long> longs,
            @FieldSpec Long version,
            @FieldSpec String nameKey,
            String bare) {}

    @RecordSpec(name = "company", schema = "s", table = "other")
    record Again(@FieldSpec(title = true) String name) {}

    @RecordSpec(name = "clash", schema = "s", table = "clash")
    record Clash(
            @FieldSpec(title = true) String name,

            @FieldSpec(ref = "company", inverse = "employments")
            UUID company) {}

    record NotOne(@FieldSpec(title = true) String name) {}

    private final TypeRegistry types = new TypeRegistry(new OpenGate());

    private record Declared(Class<? extends Record> record) implements RecordDeclaration {
        @Override
        public Database database() {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void a_declaration_becomes_a_type() {
        types.addDeclaration(new Declared(Company.class));
        RecordType company = types.get("company");
        assertEquals("sample.company", company.table());
        assertEquals(
                List.of("plain", "key-customer"),
                java.util.Objects.requireNonNull(company.field("grade")).choices());
        assertEquals(
                "seen_at",
                java.util.Objects.requireNonNull(company.field("seenAt")).column());
        assertEquals("name", company.title().name());
        assertEquals(
                List.of("companies"),
                types.inverses(company).stream().map(Inverse::name).toList());
    }

    @Test
    void everything_that_is_wrong_is_named_at_once() {
        WrongDeclaration wrong = assertThrows(WrongDeclaration.class, () -> ReadDeclaration.read(Wrong.class));
        String says = String.valueOf(wrong.getMessage());
        for (String part : List.of(
                "'Bad Name' is not lower case",
                "name has a max below 1",
                "more than one field is its title",
                "nowhere refers to nothing",
                "noRef has a ref but is no UUID",
                "date is of Java type java.util.Date",
                "owner is the owner but no reference to user",
                "longs is of Java type",
                "version is the name of a system column",
                "name_key is the folded title",
                "bare has no @FieldSpec",
                "the key a is no field",
                "sorts by nope",
                "visible through x",
                "timeline field name")) {
            assertTrue(says.contains(part), part + " in " + says);
        }
        assertThrows(WrongDeclaration.class, () -> ReadDeclaration.read(NotOne.class));
    }

    @Test
    void a_wrong_declaration_or_a_taken_name_leaves_the_others_alone() {
        RecordDeclaration company = new Declared(Company.class);
        types.addDeclaration(new Declared(Wrong.class));
        types.addDeclaration(company);
        types.addDeclaration(new Declared(Again.class));
        types.addDeclaration(new Declared(Employment.class));
        types.addDeclaration(new Declared(Clash.class));
        assertEquals(
                Set.of("company", "employment"),
                Set.copyOf(types.all().stream().map(RecordType::name).toList()));
        assertEquals("sample.company", types.get("company").table());
        types.removeDeclaration(company);
        assertEquals("s.other", types.get("company").table());
    }

    @Test
    void a_type_that_went_is_not_there() {
        RecordDeclaration company = new Declared(Company.class);
        types.addDeclaration(company);
        types.removeDeclaration(company);
        assertEquals(
                404,
                assertThrows(ProblemException.class, () -> types.get("company")).status());
        assertEquals(List.of(), types.all());
    }

    record Input(@FieldSpec(required = true) String reason) {}

    @Test
    void the_input_of_an_action_is_read_like_a_type() {
        types.addDeclaration(new Declared(Company.class));
        Action action = new Action() {
            @Override
            public String type() {
                return "company";
            }

            @Override
            public String name() {
                return "close";
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
                return true;
            }

            @Override
            public Done run(Call call) {
                throw new UnsupportedOperationException();
            }
        };
        types.addAction(action);
        assertEquals(List.of(action), types.actions(types.get("company")));
        RecordType input = types.input(action);
        assertEquals(
                "record.company.action.close.reason",
                input.label(input.fields().get(0)).key());
    }
}
