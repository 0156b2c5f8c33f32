package org.weir.records.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.weir.access.api.Scope;
import org.weir.base.api.Money;
import org.weir.base.api.ProblemException;
import org.weir.records.api.Filter;
import org.weir.records.api.Query;
import org.weir.records.api.Records;
import org.weir.records.api.Records.Count;
import org.weir.records.api.Records.Neighbours;
import org.weir.records.api.Records.PageOfRows;
import org.weir.records.api.Records.Titled;
import org.weir.records.api.Row;
import org.weir.records.sample.World;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas({"records", "sample"})
final class ListsStoreTest {
    @OnEachDatabase
    void filters_find_by_fields_of_every_kind(TestDatabase databases) {
        World world = new World(databases);
        Map<String, Object> values = new HashMap<>();
        values.put("code", "655-01");
        values.put("country", "ZA");
        values.put("grade", "key-customer");
        values.put("staff", 500);
        values.put("factor", new BigDecimal("1.5"));
        values.put("revenue", Money.of("100.00", "ZAR"));
        values.put("founded", LocalDate.of(1993, 4, 1));
        values.put("seenAt", Instant.parse("2026-11-19T23:30:00Z"));
        values.put("active", true);
        values.put("tags", List.of("mobile", "fixed*line"));
        values.put("owner", world.ann);
        values.put("note", "Größe");
        world.company(
                "Société Générale",
                values.entrySet().stream()
                        .flatMap(it -> List.of(it.getKey(), it.getValue()).stream())
                        .toArray());
        world.company("Other", "grade", "plain", "active", false, "staff", 7);
        for (String filter : List.of(
                "name==societe*",
                "name=='SOCIÉTÉ GÉNÉRALE'",
                "name==*ＧＥＮＥＲＡＬＥ",
                "name=gt=q",
                "code==655*",
                "code==655-01",
                "code=in=(1,655-01)",
                "code!=null;code=null=false",
                "country==ZA",
                "country==\"South Africa\"",
                "country==南非",
                "grade==key-customer",
                "grade!=plain",
                "grade=out=(plain)",
                "staff=gt=499;staff=le=500",
                "staff>=500",
                "factor==1.5",
                "factor=lt=1.51;factor=ge=1.50",
                "revenue=gt=99",
                "revenue==100",
                "revenue==\"100 ZAR\"",
                "founded==1993-04-01",
                "founded=lt=today",
                "founded=lt=today-60",
                "seenAt=ge=today-1;seenAt=lt=today",
                "seenAt==today-1",
                "seenAt==2026-11-19T23:30:00Z",
                "active==true",
                "active!=false",
                "tags==mobile",
                "tags==*OBI*",
                "tags==fixed\\*line",
                "tags=null=false",
                "tags!=other;tags!=*other*;name==soc*",
                "owner.id==x,owner==" + world.ann,
                "owner=in=(" + world.ann + ")",
                "note==*größe*",
                "createdAt==today;name==s*",
                "!(name==other)",
                "(name==s*,staff==8);active==true",
                "version==1;updatedAt=ge=2026-01-01;name==s*")) {
            if (filter.contains("owner.id")) {
                assertThrows(ProblemException.class, () -> world.found("company", filter));
            } else {
                assertEquals(Set.of("Société Générale"), world.found("company", filter), filter);
            }
        }
        assertEquals(Set.of("Other"), world.found("company", "tags=null=true"));
        assertEquals(Set.of("Other"), world.found("company", "country=null=true"));
        assertEquals(Set.of("Other"), world.found("company", "country!=ZA"));
        assertEquals(Set.of(), world.found("company", "tags==fixedxline"));
        assertEquals(Set.of(), world.found("company", "name==%"));
        assertEquals(Set.of(), world.found("company", "name==soci_t*"));
        assertEquals(Set.of(), world.found("company", "name==\"x' or 1=1 --\""));
    }

    @OnEachDatabase
    void filters_lead_over_references_and_the_way_back(TestDatabase databases) {
        World world = new World(databases);
        Row group = world.company("Group", "country", "DE");
        Row company = world.company("Company", "parent", group.id());
        Row below = world.company("Below", "parent", company.id());
        Row ann = world.person("Ann Other");
        Row bo = world.person("Bo Other");
        world.employment(ann, company, "job", "CTO");
        world.employment(bo, below, "job", "CEO");
        world.visit("Visit", company, "people", List.of(ann.id(), bo.id()));
        assertEquals(Set.of("Company"), world.found("company", "parent.country==DE"));
        assertEquals(Set.of("Below"), world.found("company", "parent.parent.name==group"));
        assertEquals(Set.of("Group", "Below"), world.found("company", "!parent.country==DE"));
        assertEquals(Set.of("Company", "Below"), world.found("company", "parent.country==DE,name==below"));
        assertEquals(Set.of("Company"), world.found("company", "parent.country==DE;employments.job==CTO"));
        assertEquals(Set.of("Group", "Below"), world.found("company", "!(employments.job==CTO)"));
        assertEquals(
                List.of("Company"),
                world.names(world.system, world.query("company", "parent==" + group.id() + ";name==c*")));
        assertEquals(Set.of("Group"), world.found("company", "companies.companies.name==below"));
        assertEquals(Set.of("Company"), world.found("company", "employments.job==CTO"));
        assertEquals(Set.of("Below"), world.found("company", "employments.person.name==bo*"));
        assertEquals(Set.of("Group"), world.found("company", "employments=null=true"));
        assertEquals(Set.of("Company", "Below"), world.found("company", "employments=null=false"));
        assertEquals(Set.of("Visit"), world.found("visit", "people.name==bo*"));
        assertEquals(Set.of("Visit"), world.found("visit", "people==" + ann.id()));
        assertEquals(Set.of("Ann Other", "Bo Other"), world.found("person", "visits.company.name==company"));
        assertEquals(Set.of("Ann Other"), world.found("person", "employments.company.parent==" + group.id()));
    }

    @OnEachDatabase
    void a_wrong_filter_is_answered_with_what_is_wrong(TestDatabase databases) {
        World world = new World(databases);
        for (String filter : List.of(
                "nope==1",
                "parent.nope==1",
                "name.x==1",
                "grade==platinum",
                "grade=gt=plain",
                "staff==many",
                "founded==soon",
                "owner==not-an-id",
                "country==Atlantis",
                "active==perhaps",
                "parent=gt=1",
                "name=null=perhaps",
                "parent.parent.parent.parent.parent.name==x")) {
            ProblemException wrong = assertThrows(ProblemException.class, () -> world.found("company", filter), filter);
            assertEquals(400, wrong.status(), filter);
            String named = filter.substring(0, Math.max(1, filter.indexOf('=')));
            assertTrue(
                    wrong.text().args().stream()
                            .anyMatch(it -> named.contains(it.toString())
                                    || it.toString().contains(named)),
                    filter + " " + wrong.text());
        }
        ProblemException nul = assertThrows(
                ProblemException.class,
                () -> world.records.list(world.system, Query.all("company").where(Filter.eq("name", "a\0"))));
        assertEquals(400, nul.status());
        assertEquals(
                400,
                assertThrows(ProblemException.class, () -> world.sorted("company", "note"))
                        .status());
        assertEquals(
                400,
                assertThrows(ProblemException.class, () -> world.sorted("company", "nope"))
                        .status());
        assertEquals(
                400,
                assertThrows(
                                ProblemException.class,
                                () -> world.records.list(
                                        world.system, Query.all("company").limit(501)))
                        .status());
        assertEquals(
                404,
                assertThrows(ProblemException.class, () -> world.records.list(world.system, Query.all("nope")))
                        .status());
    }

    @OnEachDatabase
    void pages_go_there_and_back_in_every_order(TestDatabase databases) {
        World world = new World(databases);
        Random random = new Random(7);
        for (int i = 0; i < 23; i++) {
            List<Object> more = new ArrayList<>();
            if (i % 3 > 0) {
                more.addAll(List.of("staff", random.nextInt(4)));
            }
            if (i % 4 > 0) {
                more.addAll(List.of("country", i % 2 == 0 ? "DE" : "CN"));
            }
            if (i % 5 > 1) {
                more.addAll(List.of("grade", i % 2 == 0 ? "plain" : "key-customer"));
            }
            world.company("N" + (i * 7 % 10), more.toArray());
        }
        for (String sort : List.of(
                "name",
                "-name",
                "staff",
                "-staff",
                "country,name",
                "-country,staff",
                "country,-grade,name",
                "grade",
                "createdAt",
                "-createdAt",
                "-updatedAt",
                "id")) {
            Query query = world.sorted("company", sort).limit(4);
            List<Row> forth = new ArrayList<>();
            PageOfRows page = world.records.list(world.system, query);
            assertNull(page.previous());
            List<String> previous = new ArrayList<>();
            while (true) {
                forth.addAll(page.rows());
                if (page.next() == null) {
                    break;
                }
                page = world.records.list(world.system, after(query, page.next()));
                previous.add(page.previous());
            }
            assertEquals(23, forth.stream().map(Row::id).distinct().count(), sort);
            assertEquals(23, forth.size(), sort);
            List<Row> back = new ArrayList<>(page.rows());
            while (page.previous() != null) {
                page = world.records.list(world.system, before(query, page.previous()));
                List<Row> more = new ArrayList<>(page.rows());
                more.addAll(back);
                back = more;
            }
            assertEquals(ids(forth), ids(back), sort);
            for (int i = 0; i < forth.size(); i++) {
                Neighbours near = world.records.neighbours(
                        world.system, query, forth.get(i).id());
                assertEquals(i == 0 ? null : forth.get(i - 1).id(), near.before(), sort);
                assertEquals(i == 22 ? null : forth.get(i + 1).id(), near.after(), sort);
            }
        }
    }

    @OnEachDatabase
    void empty_values_come_last_in_either_direction(TestDatabase databases) {
        World world = new World(databases);
        world.company("Empty");
        world.company("One", "staff", 1);
        world.company("Two", "staff", 2);
        assertEquals(List.of("One", "Two", "Empty"), world.names(world.system, world.sorted("company", "staff")));
        assertEquals(List.of("Two", "One", "Empty"), world.names(world.system, world.sorted("company", "-staff")));
        assertEquals(List.of("Empty", "One", "Two"), world.names(world.system, Query.all("company")));
    }

    private static List<Object> ids(List<Row> rows) {
        return rows.stream().<Object>map(Row::id).toList();
    }

    private static Query after(Query query, String cursor) {
        return new Query(query.type(), query.filter(), query.q(), query.sort(), query.limit(), cursor, null);
    }

    private static Query before(Query query, String cursor) {
        return new Query(query.type(), query.filter(), query.q(), query.sort(), query.limit(), null, cursor);
    }

    @OnEachDatabase
    void what_is_added_meanwhile_neither_repeats_nor_hides_anything(TestDatabase databases) {
        World world = new World(databases);
        for (int i = 0; i < 10; i++) {
            world.company("M" + i);
        }
        Query query = Query.all("company").limit(5);
        PageOfRows first = world.records.list(world.system, query);
        world.company("A");
        world.company("M4x");
        List<String> second = world.names(world.system, after(query, cursor(first)));
        assertEquals(List.of("M4x", "M5", "M6", "M7", "M8"), second);
    }

    private static String cursor(PageOfRows page) {
        String next = page.next();
        assertNotNull(next);
        return next;
    }

    @OnEachDatabase
    void a_forged_cursor_is_refused(TestDatabase databases) {
        World world = new World(databases);
        for (int i = 0; i < 4; i++) {
            world.company("M" + i);
        }
        Query query = Query.all("company").limit(2);
        String cursor = cursor(world.records.list(world.system, query));
        for (String forged : List.of(
                "",
                "x",
                "💥",
                cursor.substring(1),
                cursor + "AA",
                cursor.substring(0, cursor.length() - 2) + (cursor.endsWith("A") ? "BB" : "AA"))) {
            ProblemException refused = assertThrows(
                    ProblemException.class, () -> world.records.list(world.system, after(query, forged)), forged);
            assertEquals(400, refused.status());
        }
        Query other = world.sorted("company", "-name").limit(2);
        assertThrows(ProblemException.class, () -> world.records.list(world.system, after(other, cursor)));
        assertEquals(
                2, world.records.list(world.system, after(query, cursor)).rows().size());
    }

    @OnEachDatabase
    void references_are_sorted_by_the_titles_they_lead_to(TestDatabase databases) {
        World world = new World(databases);
        Row company = world.company("A");
        List<Object> jobs = new ArrayList<>();
        for (String name : List.of("Ärni", "bert", "Carl", "dora")) {
            jobs.add(world.employment(world.person(name), company).id());
        }
        Query query = world.sorted("employment", "person").limit(3);
        PageOfRows first = world.records.list(world.system, query);
        List<Object> found = new ArrayList<>(ids(first.rows()));
        found.addAll(ids(
                world.records.list(world.system, after(query, cursor(first))).rows()));
        assertEquals(jobs, found);
        Collections.reverse(jobs);
        assertEquals(
                jobs,
                ids(world.records
                        .list(world.system, world.sorted("employment", "-person"))
                        .rows()));
        assertEquals(
                jobs,
                ids(world.records.list(world.system, Query.all("employment")).rows()));
    }

    @OnEachDatabase
    void a_beginning_is_found_in_both_directions_and_page_by_page(TestDatabase databases) {
        World world = new World(databases);
        for (int i = 0; i < 7; i++) {
            world.company("Mtn " + i);
            world.company("Other Mtn " + i);
        }
        for (String filter : List.of("name==mtn*", "name==*mtn*;name==m*", "name==m*n*")) {
            for (String sort : List.of("name", "-name")) {
                Query query = world.sorted("company", sort)
                        .where(world.query("company", filter).filter())
                        .limit(3);
                List<String> found = new ArrayList<>();
                PageOfRows page = world.records.list(world.system, query);
                while (true) {
                    page.rows().forEach(it -> found.add(it.text("name")));
                    if (page.next() == null) {
                        break;
                    }
                    page = world.records.list(world.system, after(query, page.next()));
                }
                assertEquals(7, found.size(), filter + " " + sort);
                page = world.records.list(world.system, before(query, page.previous() == null ? "" : page.previous()));
                assertEquals(3, page.rows().size());
            }
        }
    }

    @OnEachDatabase
    void counts_stop_at_their_cap(TestDatabase databases) {
        World world = new World(databases);
        for (int i = 0; i < 4; i++) {
            world.company("M" + i);
        }
        assertEquals(new Count(4, false), world.records.count(world.system, Query.all("company"), 4));
        assertEquals(new Count(3, true), world.records.count(world.system, Query.all("company"), 3));
        assertEquals(new Count(1, false), world.records.count(world.system, world.query("company", "name==m2"), 1000));
    }

    @OnEachDatabase
    void quick_text_and_lookup_find_by_title_and_key(TestDatabase databases) {
        World world = new World(databases);
        Row vodacom = world.company("Vodacom", "code", "655-01", "country", "ZA");
        world.company("My Vodacom", "tags", List.of("655"));
        Row ann = world.person("王小明");
        Row job = world.employment(ann, vodacom);
        assertEquals(List.of("Vodacom", "My Vodacom"), titles(world, "company", "vodac"));
        assertEquals(List.of("Vodacom"), titles(world, "company", "655-01"));
        assertEquals(List.of("My Vodacom"), titles(world, "company", "655"));
        assertEquals(List.of(), titles(world, "company", "%"));
        assertEquals(List.of("王小明"), titles(world, "person", "小明"));
        assertEquals(List.of("王小明"), titles(world, "employment", "小明"));
        assertEquals(List.of("Ann"), titles(world, "user", "A"));
        assertEquals(List.of("North"), titles(world, "team", "Nor"));
        assertEquals(
                "655-01 · South Africa",
                world.records.lookup(world.system, "company", "voda", 5).get(0).detail());
        Query quick = new Query("company", null, "VODA", List.of(), 50, null, null);
        assertEquals(List.of("My Vodacom", "Vodacom"), world.names(world.system, quick));
        assertEquals(
                Map.of(job.id(), "王小明"),
                world.records.titles(world.system, "employment", Collections.singleton(job.id())));
        assertFalse(world.records.lookup(world.system, "company", "", 5).isEmpty());
    }

    private static List<String> titles(World world, String type, String text) {
        return world.records.lookup(world.system, type, text, 10).stream()
                .map(Titled::title)
                .toList();
    }

    @OnEachDatabase
    void money_adds_up_by_currency(TestDatabase databases) {
        World world = new World(databases);
        world.company("A", "revenue", Money.of("1.50", "EUR"));
        world.company("B", "revenue", Money.of("2.25", "EUR"));
        world.company("C", "revenue", Money.of("7", "ZAR"));
        world.company("D");
        Map<String, Long> numbers = new HashMap<>();
        world.records
                .totals(world.system, Query.all("company"), "revenue")
                .forEach(it -> numbers.put(String.valueOf(it.sum()), it.number()));
        assertEquals(Map.of("3.75 EUR", 2L, "7.00 ZAR", 1L, "null", 1L), numbers);
        assertEquals(
                List.of(new Records.Total(null, 2)),
                world.records.totals(world.system, world.query("company", "name=in=(A,D)"), ""));
        assertEquals(
                List.of(new Records.Total(null, 0)),
                world.records.totals(world.actor(world.bo, Scope.OWN), Query.all("company"), ""));
        ProblemException wrong = assertThrows(
                ProblemException.class, () -> world.records.totals(world.system, Query.all("company"), "name"));
        assertEquals(400, wrong.status());
    }
}
