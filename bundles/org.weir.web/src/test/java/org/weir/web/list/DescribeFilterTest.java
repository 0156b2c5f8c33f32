package org.weir.web.list;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.Filters;
import org.weir.records.api.RecordDeclaration;
import org.weir.records.api.RecordSpec;
import org.weir.records.api.RecordType;
import org.weir.records.api.Records;
import org.weir.records.format.ValueFormats;
import org.weir.records.query.RsqlFilters;
import org.weir.records.type.TypeRegistry;
import org.weir.store.api.Database;
import org.weir.testkit.OpenGate;
import org.weir.testkit.TestTexts;
import org.weir.web.ReaderVisit;
import org.weir.web.cell.ShowValue;
import org.weir.web.cell.Values;

class DescribeFilterTest {
    @RecordSpec(name = "boat", schema = "boats", table = "boat")
    record Boat(
            @FieldSpec(title = true) String name,

            @FieldSpec(format = FieldSpec.Format.COUNTRY) @Nullable
            String country,

            @FieldSpec @Nullable LocalDate built,
            @FieldSpec @Nullable Integer berths) {}

    private record Declared(Class<? extends Record> record, Database database) implements RecordDeclaration {}

    private final Filters filters = new RsqlFilters();
    private final TypeRegistry types = new TypeRegistry(new OpenGate());
    private final ReaderVisit visit = new ReaderVisit(Locale.ENGLISH, "anna");
    private final ValueFormats formats = new ValueFormats(TestTexts.of("web"));
    private final Values values = new Values(nobody(Records.class), types, new ShowValue(formats, visit), visit);
    private final RecordType boat;

    DescribeFilterTest() {
        types.addDeclaration(new Declared(Boat.class, nobody(Database.class)));
        boat = types.get("boat");
    }

    /** Nobody is to be asked. */
    private static <T> T nobody(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (it, method, args) -> {
            throw new UnsupportedOperationException(method.getName());
        }));
    }

    private List<String> words(String rsql) {
        return new DescribeFilter(types, formats, visit)
                .parts(boat, filters.parse(rsql), values).stream()
                        .map(it -> it.words())
                        .toList();
    }

    @Test
    void each_part_that_must_hold_is_a_chip_in_plain_words() {
        assertEquals(
                List.of("contains sea", "is Germany, France", "more than 4"),
                words("name==*sea*;country=in=(DE,FR);berths=gt=4"));
    }

    @Test
    void dates_are_said_as_people_say_them() {
        assertEquals(List.of("from today", "before 60 days ago"), words("built=ge=today;built=lt=today-60"));
    }

    @Test
    void empty_and_not_have_words() {
        assertEquals(
                List.of("is empty", "is not empty", "is not Germany"),
                words("country=null=true;built=null=false;country!=DE"));
    }

    @Test
    void a_group_is_one_chip() {
        List<DescribeFilter.Part> parts = new DescribeFilter(types, formats, visit)
                .parts(boat, filters.parse("(country==DE,country==FR);berths=le=9"), values);
        assertEquals(
                "record.boat.country is Germany or record.boat.country is France",
                parts.get(0).whole());
        assertEquals("berths=le=9", filters.write(parts.get(0).rest()));
        assertEquals(
                "",
                filters.write(new DescribeFilter(types, formats, visit)
                        .parts(boat, filters.parse("berths=le=9"), values)
                        .get(0)
                        .rest()));
    }

    @Test
    void a_path_that_leads_nowhere_is_said_as_it_is_written() {
        assertEquals(List.of("is x"), words("crew.captain==x"));
    }
}
