package org.weir.access.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.weir.access.House;
import org.weir.access.api.Access.SignedIn;
import org.weir.store.api.Database;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas("access")
final class FirstAdministratorStoreTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @OnEachDatabase
    void the_first_start_makes_an_administrator_whose_password_lies_in_a_file_for_the_owner_only(TestDatabase databases)
            throws IOException {
        House house = start(databases.schema("access"));
        Path file = data.resolve("admin-password.txt");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        SignedIn signedIn = house.access.signIn("admin", password(), House.HERE, "");
        assertTrue(signedIn.session().mustChangePassword());
        assertTrue(signedIn.session().actor().may("access:administer"));
        assertEquals("de-DE", signedIn.session().actor().locale().toLanguageTag());
    }

    @OnEachDatabase
    void the_file_goes_when_the_password_is_changed(TestDatabase databases) throws IOException {
        House house = start(databases.schema("access"));
        SignedIn signedIn = house.access.signIn("admin", password(), House.HERE, "");
        house.access.changePassword(
                signedIn.session().actor().user(), signedIn.session().id(), password(), "dig the channel deep");
        assertFalse(Files.exists(data.resolve("admin-password.txt")));
        assertFalse(house.access.session(signedIn.token()).orElseThrow().mustChangePassword());
    }

    @OnEachDatabase
    void a_later_start_makes_nobody(TestDatabase databases) throws IOException {
        start(databases.schema("access"));
        Files.delete(data.resolve("admin-password.txt"));
        start(databases.schema("access"));
        assertFalse(Files.exists(data.resolve("admin-password.txt")));
    }

    @OnEachDatabase
    void two_nodes_that_start_at_the_same_time_make_one_administrator(TestDatabase databases) throws Exception {
        Database database = databases.schema("access");
        List<Callable<House>> starts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            starts.add(() -> start(database));
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<House>> houses = threads.invokeAll(starts);
        threads.shutdown();
        houses.get(0).get().access.signIn("admin", password(), House.HERE, "");
    }

    @OnEachDatabase
    void where_the_password_cannot_be_written_no_administrator_is_made(TestDatabase databases) throws IOException {
        Database database = databases.schema("access");
        Path blocked = Files.createFile(data.resolve("blocked"));
        House house = House.empty(database, blocked);
        assertThrows(
                UncheckedIOException.class,
                () -> house.gatehouse().firstAdministrator().ensure());
        assertTrue(house.directory.byLogin("admin").isEmpty());
    }

    @OnEachDatabase
    void it_can_give_the_administrator_a_new_password(TestDatabase databases) throws IOException {
        House house = House.on(databases.schema("access"));
        House withFile = House.empty(house.database, data);
        withFile.gatehouse().firstAdministrator().reset();
        house.access.signIn("admin", password(), House.HERE, "");
        withFile.gatehouse().firstAdministrator().reset();
        SignedIn signedIn = house.access.signIn("admin", password(), House.HERE, "");
        assertTrue(signedIn.session().actor().may("access:administer"));
    }

    private House start(Database database) {
        House house = House.empty(database, data);
        house.gatehouse().firstAdministrator().ensure();
        return house;
    }

    private String password() throws IOException {
        return Files.readAllLines(data.resolve("admin-password.txt")).get(1).substring("password: ".length());
    }
}
