package org.weir.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.weir.access.api.Actor;
import org.weir.records.api.Conversation.Comment;
import org.weir.records.api.Draft;
import org.weir.records.api.Row;
import org.weir.search.api.Search;
import org.weir.search.api.Search.Answer;
import org.weir.search.api.Search.Ask;
import org.weir.search.api.Search.State;
import org.weir.search.comment.CommentDocuments;
import org.weir.search.sample.World;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas({"access", "records", "events", "sample"})
final class SearchStoreTest {
    @TempDir
    Path folder;

    @OnEachDatabase
    void what_was_saved_is_found_at_once_under_its_new_name_and_no_longer_when_deleted(TestDatabase databases)
            throws Exception {
        try (World world = new World(databases)) {
            Search search = ready(world.node(folder)).search();
            Row company = world.company("Volta Telecom");
            assertEquals(List.of("Volta Telecom"), titles(search, world.system, "volta"));
            Row renamed = world.records.update(world.system, Draft.change(company, Map.of("name", "Nile Mobile")));
            assertEquals(List.of("Nile Mobile"), titles(search, world.system, "nile"));
            assertEquals(List.of(), titles(search, world.system, "volta"));
            world.records.delete(world.system, "company", renamed.id(), null);
            assertEquals(List.of(), titles(search, world.system, "nile"));
        }
    }

    @OnEachDatabase
    void each_word_may_be_the_beginning_of_one_in_any_order_and_width(TestDatabase databases) throws Exception {
        try (World world = new World(databases)) {
            Search search = ready(world.node(folder)).search();
            world.company("Société Générale d’Énergie", "note", "Wants a second data centre at Abidjan.");
            world.company("General Motors");
            assertEquals(List.of("Société Générale d’Énergie"), titles(search, world.system, "ener SOC"));
            assertEquals(List.of("Société Générale d’Énergie"), titles(search, world.system, "ＳＯＣＩＥＴＥ"));
            assertEquals(List.of("Société Générale d’Énergie"), titles(search, world.system, "generale abidj"));
            assertEquals(2, titles(search, world.system, "gener").size());
            assertEquals(List.of(), titles(search, world.system, "gener nothing"));
            assertEquals(List.of(), titles(search, world.system, "  -- "));
        }
    }

    @OnEachDatabase
    void chinese_is_found_by_characters_words_pinyin_and_initials(TestDatabase databases) throws Exception {
        try (World world = new World(databases)) {
            Search search = ready(world.node(folder)).search();
            world.company("江河通信", "note", "需要对全部通信基站的电源设备进行维护。");
            world.company("重庆移动", "nameLocal", "长江分公司");
            world.company("Great River", "nameLocal", "大河");
            for (String typed : List.of(
                    "江河",
                    "河通",
                    "通",
                    "jiangh",
                    "jianghe",
                    "jianghetongxin",
                    "jh",
                    "jhtx",
                    "tongx",
                    "维护设备",
                    "基站 jiangh")) {
                assertEquals(List.of("江河通信"), titles(search, world.system, typed), typed);
            }
            for (String typed : List.of("chongqing", "zhongqing", "cqyd", "changjiang")) {
                assertEquals(List.of("重庆移动"), titles(search, world.system, typed), typed);
            }
            assertEquals(List.of("Great River"), titles(search, world.system, "dahe"));
            assertEquals(List.of(), titles(search, world.system, "江信"));
        }
    }

    @OnEachDatabase
    void numbers_and_addresses_are_found_however_they_are_typed(TestDatabase databases) throws Exception {
        try (World world = new World(databases)) {
            Search search = ready(world.node(folder)).search();
            Row company = world.company("Volta", "email", "ama.mensah@volta.example", "phone", "+233 30 1234567");
            Row offer = world.offer(company, "subject", "Core network");
            String number = String.valueOf(offer.text("number"));
            for (String typed : List.of(
                    number,
                    number.toLowerCase(java.util.Locale.ROOT),
                    number.replace("-", ""),
                    number.substring(0, number.length() - 1),
                    number.substring(7),
                    "core netw")) {
                assertEquals(List.of(number), titles(search, world.system, typed), typed);
            }
            assertEquals(List.of("Volta"), titles(search, world.system, "ama.mensah@vol"));
            assertEquals(List.of("Volta"), titles(search, world.system, "mensah"));
            assertEquals(List.of("Volta"), titles(search, world.system, "23330123"));
        }
    }

    @OnEachDatabase
    void a_slip_of_the_finger_in_a_longer_word_is_forgiven_where_nothing_else_is_found(TestDatabase databases)
            throws Exception {
        try (World world = new World(databases)) {
            Search search = ready(world.node(folder)).search();
            world.company("Vodafone Ghana");
            Answer answer = all(search, world.system, "vodafnoe gha");
            assertTrue(answer.near());
            assertEquals("Vodafone Ghana", answer.hits().get(0).plainTitle());
            world.company("江河通信");
            assertEquals(List.of("江河通信"), titles(search, world.system, "jiangheng"));
            assertFalse(all(search, world.system, "vodafone").near());
            assertEquals(List.of(), titles(search, world.system, "vxyzfone"));
        }
    }

    @OnEachDatabase
    void what_one_may_not_see_is_neither_found_nor_counted_nor_quoted(TestDatabase databases) throws Exception {
        try (World world = new World(databases)) {
            Search search = ready(world.node(folder)).search();
            Row seen = world.company("Orion North", "team", world.north, "note", "orion secret plan");
            Row hidden = world.company("Orion South", "team", world.south, "note", "orion secret plan");
            world.offer(seen, "subject", "orion one");
            world.offer(hidden, "subject", "orion two");
            Answer answer = all(search, world.ann, "orion");
            assertEquals(2, answer.found().number());
            assertEquals(
                    List.of("company 1", "offer 1"),
                    answer.facets().stream()
                            .map(it -> it.kind() + " " + it.count().number())
                            .toList());
            assertEquals(4, all(search, world.system, "orion").found().number());
            assertEquals(List.of(), titles(search, world.ann, "south"));
            assertEquals(List.of(), titles(search, world.ann, "orion two"));
            Answer near = all(search, world.ann, "southh");
            assertFalse(near.near());
            Actor nobody = new Actor(
                    world.ann.user(),
                    "n",
                    "N",
                    world.ann.locale(),
                    world.ann.zone(),
                    world.north,
                    Set.of(),
                    Set.of(),
                    Map.of());
            assertEquals(0, all(search, nobody, "orion").found().number());
        }
    }

    @OnEachDatabase
    void the_few_of_somebody_are_found_among_the_many_of_others(TestDatabase databases) throws Exception {
        try (World world = new World(databases)) {
            Search search = ready(world.node(folder)).search();
            for (int i = 0; i < 260; i++) {
                world.company("Delta " + i, "team", world.south);
            }
            world.company("Delta of the northern rivers and lakes", "team", world.north);
            assertEquals(List.of("Delta of the northern rivers and lakes"), titles(search, world.ann, "delta"));
            Answer page = search.find(world.system, new Ask("delta", Set.of(), 0, 50, 250));
            assertEquals(11, page.hits().size());
            assertEquals(261, page.found().number());
        }
    }

    @OnEachDatabase
    void hits_are_marked_and_quoted(TestDatabase databases) throws Exception {
        try (World world = new World(databases)) {
            Search search = ready(world.node(folder)).search();
            world.company("江河通信 Ltd", "note", "The second data centre stands at Abidjan.");
            assertEquals(
                    "[江河]通信 Ltd",
                    marked(all(search, world.system, "jianghe").hits().get(0).title()));
            assertEquals(
                    "江河[通信] [Ltd]",
                    marked(all(search, world.system, "通信 ltd").hits().get(0).title()));
            assertEquals(
                    "The second data centre stands at [Abid]jan.",
                    marked(all(search, world.system, "abid").hits().get(0).excerpt()));
        }
    }

    @OnEachDatabase
    void an_index_survives_a_restart_and_catches_up_with_what_happened_meanwhile(TestDatabase databases)
            throws Exception {
        try (World world = new World(databases)) {
            Row gone = world.company("Alpha");
            try (World.Node first = ready(world.node(folder))) {
                assertEquals(List.of("Alpha"), titles(first.search(), world.system, "alpha"));
            }
            world.records.delete(world.system, "company", gone.id(), null);
            world.company("Beta");
            Search again = ready(world.node(folder)).search();
            assertEquals(List.of("Beta"), titles(again, world.system, "beta"));
            assertEquals(List.of(), titles(again, world.system, "alpha"));
        }
    }

    @OnEachDatabase
    void each_node_has_an_index_of_its_own(TestDatabase databases) throws Exception {
        try (World world = new World(databases)) {
            Search one = ready(world.node(folder.resolve("1"))).search();
            Search two = ready(world.node(folder.resolve("2"))).search();
            world.company("Gamma");
            assertEquals(List.of("Gamma"), titles(one, world.system, "gamma"));
            assertEquals(List.of("Gamma"), titles(two, world.system, "gamma"));
        }
    }

    @OnEachDatabase
    void a_damaged_index_is_made_anew(TestDatabase databases) throws Exception {
        try (World world = new World(databases)) {
            for (int i = 0; i < 50; i++) {
                world.company("Epsilon " + i, "note", "some words about number " + i);
            }
            for (Damage damage : List.<Damage>of(
                    SearchStoreTest::turnBytes,
                    SearchStoreTest::cut,
                    SearchStoreTest::takeOne,
                    SearchStoreTest::takeAll)) {
                try (World.Node node = ready(world.node(folder))) {
                    assertEquals(
                            50,
                            all(node.search(), world.system, "epsilon").found().number());
                }
                damage.to(folder);
            }
            assertEquals(
                    50,
                    all(ready(world.node(folder)).search(), world.system, "epsilon")
                            .found()
                            .number());
        }
    }

    @OnEachDatabase
    void an_index_that_is_taken_away_while_in_use_is_made_anew(TestDatabase databases) throws Exception {
        try (World world = new World(databases)) {
            world.company("Zeta One");
            Path here = folder.resolve("index");
            World.Node node = ready(world.node(here));
            Files.move(here, folder.resolve("elsewhere"));
            world.company("Zeta Two");
            await(() -> node.feed().index() != null
                    && node.search().state() == State.READY
                    && all(node.search(), world.system, "zeta").found().number() == 2
                    && Files.exists(here.resolve("write.lock")));
        }
    }

    @OnEachDatabase
    void while_there_is_no_index_titles_and_numbers_are_found_all_the_same(TestDatabase databases) throws Exception {
        try (World world = new World(databases)) {
            Files.writeString(folder.resolve("taken"), "a file where the folder should be");
            Search search = world.node(folder.resolve("taken").resolve("index")).search();
            world.company("Theta Networks", "team", world.north);
            world.company("Theta Power", "team", world.south);
            Answer answer = all(search, world.ann, "theta");
            assertEquals(State.AWAY, answer.state());
            assertEquals(
                    List.of("Theta Networks"),
                    answer.hits().stream().map(Search.Hit::plainTitle).toList());
        }
    }

    @OnEachDatabase
    void records_of_a_type_that_comes_later_are_indexed_and_of_one_that_was_away_indexed_again(TestDatabase databases)
            throws Exception {
        try (World world = new World(databases)) {
            Row company = world.company("Iota");
            Row offer = world.offer(company, "subject", "fibre ring");
            world.types.removeDeclaration(world.offers);
            World.Node node = ready(world.node(folder));
            assertEquals(List.of(), titles(node.search(), world.system, "fibre"));
            world.types.addDeclaration(world.offers);
            ready(node);
            assertEquals(1, titles(node.search(), world.system, "fibre").size());
            world.types.removeDeclaration(world.offers);
            assertEquals(List.of(), titles(node.search(), world.system, "fibre"));
            world.types.addDeclaration(world.offers);
            world.records.update(world.system, Draft.change(offer, Map.of("subject", "copper ring")));
            ready(node);
            assertEquals(1, titles(node.search(), world.system, "copper").size());
        }
    }

    @OnEachDatabase
    void a_save_is_found_while_somebody_elses_long_transaction_is_under_way(TestDatabase databases) throws Exception {
        try (World world = new World(databases)) {
            Search search = ready(world.node(folder)).search();
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch end = new CountDownLatch(1);
            Thread other = new Thread(() -> world.database.perform(handle -> {
                world.company("Kappa Slow");
                begun.countDown();
                awaitQuietly(end);
            }));
            other.start();
            begun.await();
            try {
                world.company("Kappa Quick");
                assertEquals(List.of("Kappa Quick"), titles(search, world.system, "kappa"));
            } finally {
                end.countDown();
                other.join();
            }
            assertEquals(2, titles(search, world.system, "kappa").size());
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @OnEachDatabase
    void what_a_bundle_brings_is_found_by_those_who_may_see_it_and_its_failures_harm_nobody(TestDatabase databases)
            throws Exception {
        try (World world = new World(databases)) {
            Manuals manuals = new Manuals();
            manuals.put("Lambda manual", "how to change a rectifier");
            world.documents.add(manuals);
            World.Node node = ready(world.node(folder));
            Row company = world.company("Lambda");
            assertEquals(List.of("Lambda", "Lambda manual"), titles(node.search(), world.system, "lambda"));
            assertEquals(List.of("Lambda manual"), titles(node.search(), world.system, "rectif"));
            manuals.hidden = true;
            assertEquals(List.of("Lambda"), titles(node.search(), world.system, "lambda"));
            manuals.hidden = false;
            manuals.put("Rho manual", "more");
            world.records.update(world.system, Draft.change(company, Map.of("name", "Rho")));
            assertEquals(Set.of("Rho", "Rho manual"), Set.copyOf(titles(node.search(), world.system, "rho")));
            manuals.fails = true;
            assertEquals(List.of("Rho"), titles(node.search(), world.system, "rho"));
            world.records.update(
                    world.system,
                    Draft.change(world.records.read(world.system, "company", company.id()), Map.of("name", "Sigma")));
            assertEquals(List.of("Sigma"), titles(node.search(), world.system, "sigma"));
            world.documents.clear();
            assertEquals(List.of(), titles(node.search(), world.system, "manual"));
        }
    }

    @OnEachDatabase
    void comments_are_found_as_they_are_now_by_who_may_see_their_record(TestDatabase databases) throws Exception {
        try (World world = new World(databases)) {
            world.documents.add(new CommentDocuments(world.conversation, world.types, world.records));
            Row seen = world.company("Tau North", "team", world.north);
            Row hidden = world.company("Tau South", "team", world.south);
            Comment early = world.conversation.comment(world.system, "company", seen.id(), "The rectifier hums");
            Search search = ready(world.node(folder)).search();
            world.conversation.comment(world.system, "company", hidden.id(), "Another rectifier hums");
            assertEquals(List.of("Tau North"), titles(search, world.ann, "rectifier"));
            assertEquals(2, all(search, world.system, "rectifier").found().number());
            Search.Hit hit = all(search, world.ann, "rectifier").hits().get(0);
            assertEquals("/r/company/" + seen.id() + "#c-" + early.id(), hit.href());
            world.conversation.edit(world.system, early.id(), "整流器有噪音");
            assertEquals(List.of(), titles(search, world.ann, "rectifier"));
            assertEquals(List.of("Tau North"), titles(search, world.ann, "噪音"));
            world.conversation.delete(world.system, early.id());
            assertEquals(List.of(), titles(search, world.ann, "噪音"));
        }
    }

    /** Something happens to the files of an index. */
    private interface Damage {
        void to(Path folder) throws IOException;
    }

    private static void turnBytes(Path folder) throws IOException {
        for (Path file : files(folder)) {
            try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
                for (long at = bytes.length() / 2; at < Math.min(bytes.length(), bytes.length() / 2 + 20); at++) {
                    bytes.seek(at);
                    int old = bytes.read();
                    bytes.seek(at);
                    bytes.write(old ^ 0x55);
                }
            }
        }
    }

    private static void cut(Path folder) throws IOException {
        for (Path file : files(folder)) {
            try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
                bytes.setLength(bytes.length() / 2);
            }
        }
    }

    private static void takeOne(Path folder) throws IOException {
        Files.delete(files(folder).get(0));
    }

    private static void takeAll(Path folder) throws IOException {
        for (Path file : files(folder)) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder.resolve("write.lock"));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(it -> !it.endsWith("write.lock")).sorted().toList();
        }
    }

    private static String marked(List<Search.Piece> pieces) {
        StringBuilder text = new StringBuilder();
        pieces.forEach(it -> text.append(it.marked() ? "[" + it.text() + "]" : it.text()));
        return text.toString();
    }

    private static World.Node ready(World.Node node) throws Exception {
        await(() -> node.search().state() == State.READY);
        return node;
    }

    private interface Check {
        boolean holds() throws Exception;
    }

    private static void await(Check check) throws Exception {
        boolean holds = check.holds();
        for (int i = 0; i < 3_000 && !holds; i++) {
            Thread.sleep(10);
            holds = check.holds();
        }
        assertTrue(holds);
    }

    private static Answer all(Search search, Actor actor, String text) {
        return search.find(actor, new Ask(text, Set.of(), 0, 100, 0));
    }

    private static List<String> titles(Search search, Actor actor, String text) {
        List<String> full = all(search, actor, text).hits().stream()
                .map(Search.Hit::plainTitle)
                .toList();
        List<String> quick = search.quick(actor, new Search.Quick(text, Set.of(), 100, 100)).stream()
                .map(Search.Hit::plainTitle)
                .toList();
        assertEquals(full, quick);
        return full;
    }
}
