package org.weir.relationship;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.weir.access.api.Actor;
import org.weir.base.api.Money;
import org.weir.records.api.Imports.Batch;
import org.weir.records.api.Imports.Mapping;
import org.weir.records.api.Imports.Outcome;
import org.weir.records.api.Row;
import org.weir.store.api.Dialect;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas({"access", "records", "relationship"})
final class ImportOpportunitiesStoreTest {
    private static final int CAP = 100_000;
    private static final int SMALL = 1_000;

    @OnEachDatabase
    void a_whole_public_pipeline_comes_in_as_it_is_and_goes_again(TestDatabase databases) throws IOException {
        Assumptions.assumeTrue(
                Files.exists(file("sales_pipeline.csv")), "no shared data here: give its folder with -Dweir.data");
        House house = new House(databases);
        Actor root = house.actor("root");
        Batch products = run(house, root, upload(house, root, "product", "products.csv"), List.of(), "USD");
        assertEquals(Map.of(Outcome.CREATED, 7L), products.counts());
        Batch accounts = run(house, root, upload(house, root, "account", "accounts.csv"), List.of(), "");
        assertEquals(Map.of(Outcome.CREATED, 85L), accounts.counts());
        Batch sellers = run(house, root, upload(house, root, "seller", "sales_teams.csv"), List.of("manager"), "");
        assertEquals(Map.of(Outcome.CREATED, 35L), sellers.counts());
        groupsStand(house, root);
        Batch pipeline = upload(house, root, "opportunity", "sales_pipeline.csv");
        assertEquals(
                Set.of("account", "stage", "amount", "product", "engaged", "closed", "seller", "externalKey"),
                pipeline.mapping().columns().keySet());
        assertEquals(List.of("externalKey"), pipeline.mapping().keys());
        assertEquals("en", pipeline.mapping().language());
        Batch done = run(house, root, pipeline, List.of(), "USD");
        assertEquals(Map.of(Outcome.CREATED, (long) rows(house)), done.counts());
        sameAsInTheFile(house, root);
        Batch again = run(house, root, upload(house, root, "opportunity", "sales_pipeline.csv"), List.of(), "USD");
        assertEquals(Map.of(Outcome.UNCHANGED, (long) rows(house)), again.counts());
        undo(house, root, done);
        assertEquals(0, count(house, root, "opportunity", null));
        undo(house, root, accounts);
        assertEquals(0, count(house, root, "account", null));
        undo(house, root, sellers);
        assertEquals(0, count(house, root, "seller", null));
    }

    private static void groupsStand(House house, Actor root) throws IOException {
        Map<String, String> parents = new HashMap<>();
        lines("accounts.csv").stream()
                .filter(it -> !it.get(6).isEmpty())
                .forEach(it -> parents.put(it.get(0), it.get(6)));
        assertEquals(15, parents.size());
        assertEquals(15, count(house, root, "account", "parent=null=false"));
        parents.forEach((child, parent) -> assertEquals(
                1, count(house, root, "account", "name=='" + child + "';parent.name=='" + parent + "'"), child));
        Row bioholding = one(house, root, "account", "name==Bioholding");
        assertEquals("PH", bioholding.text("country"));
        assertEquals(2012L, bioholding.get("founded"));
        assertEquals(1_356L, bioholding.get("employees"));
        assertEquals(0, new BigDecimal("587.34").compareTo((BigDecimal) bioholding.get("revenueMillions")));
        assertEquals(
                "Dustin Brinkmann",
                house.records
                        .titles(
                                root,
                                "seller",
                                List.of(Objects.requireNonNull(one(house, root, "seller", "name=='Moses Frase'")
                                        .ref("manager"))))
                        .values()
                        .iterator()
                        .next());
    }

    private static void sameAsInTheFile(House house, Actor root) throws IOException {
        List<List<String>> lines = lines("sales_pipeline.csv").subList(0, rows(house));
        for (String stage : List.of("Won", "Lost", "Engaging", "Prospecting")) {
            assertEquals(
                    lines.stream().filter(it -> it.get(4).equals(stage)).count(),
                    count(house, root, "opportunity", "stage==" + stage.toLowerCase(java.util.Locale.ROOT)));
        }
        assertEquals(
                lines.stream().filter(it -> it.get(3).isEmpty()).count(),
                count(house, root, "opportunity", "account=null=true"));
        assertEquals(
                lines.stream().filter(it -> it.get(2).equals("GTXPro")).count(),
                count(house, root, "opportunity", "product.name=='GTX Pro'"));
        Row first = one(house, root, "opportunity", "externalKey==1C1I7A6R");
        assertEquals("GTX Plus Basic, Cancity", first.text("title"));
        assertEquals(LocalDate.of(2016, 10, 20), first.get("engaged"));
        assertEquals(LocalDate.of(2017, 3, 1), first.get("closed"));
        assertEquals(
                0, new BigDecimal("1054").compareTo(((Money) Objects.requireNonNull(first.get("amount"))).amount()));
        assertNull(first.get("reason"));
    }

    private static Batch upload(House house, Actor actor, String type, String name) {
        try {
            String part = Files.readAllLines(file(name)).stream()
                    .limit(rows(house) + 1L)
                    .collect(Collectors.joining("\n"));
            return house.imports.upload(
                    actor, type, name, new ByteArrayInputStream(part.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them on the one database, enough to see the same on the other, so that nobody waits for minutes. */
    private static int rows(House house) {
        return house.database.dialect() == Dialect.HSQLDB ? 8_800 : 1_200;
    }

    private static Batch run(House house, Actor actor, Batch batch, List<String> createMissing, String currency) {
        Mapping guess = batch.mapping();
        house.imports.map(
                actor,
                batch.id(),
                new Mapping(guess.columns(), guess.keys(), createMissing, guess.language(), currency));
        boolean rehearsed = batch.rows() < SMALL;
        if (rehearsed) {
            house.imports.dryRun(actor, batch.id());
        }
        Map<Outcome, Long> foretold = house.imports.find(actor, batch.id()).counts();
        house.imports.run(actor, batch.id());
        Batch done = house.imports.find(actor, batch.id());
        assertEquals(
                Set.of(),
                house.imports.results(actor, batch.id(), Outcome.FAILED, 0, 20).stream()
                        .map(it -> it.line() + " " + it.field() + " " + it.reason())
                        .collect(Collectors.toSet()));
        if (rehearsed) {
            assertEquals(foretold, done.counts());
        }
        return done;
    }

    private static void undo(House house, Actor actor, Batch batch) {
        house.imports.undo(actor, batch.id());
    }

    private static long count(House house, Actor actor, String type, @org.jspecify.annotations.Nullable String filter) {
        return house.records
                .count(actor, filter == null ? house.query(type, "") : house.query(type, filter), CAP)
                .number();
    }

    private static Row one(House house, Actor actor, String type, String filter) {
        List<Row> rows = house.records.list(actor, house.query(type, filter)).rows();
        assertEquals(1, rows.size(), filter);
        return rows.get(0);
    }

    private static List<List<String>> lines(String name) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file(name))) {
            lines.add(Arrays.asList(line.split(",", -1)));
        }
        return lines.subList(1, lines.size());
    }

    /** Below {@code -Dweir.data}, or a shared/data folder above. */
    private static Path file(String name) {
        String given = System.getProperty("weir.data");
        if (given != null) {
            return Path.of(given, "opportunities", name);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("shared/data/opportunities").resolve(name);
            if (Files.exists(file)) {
                return file;
            }
        }
        return Path.of("no such file");
    }
}
