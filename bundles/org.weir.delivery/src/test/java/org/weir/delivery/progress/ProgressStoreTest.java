package org.weir.delivery.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.weir.delivery.House;
import org.weir.records.api.Row;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas({"access", "records", "relationship", "delivery"})
final class ProgressStoreTest {
    private final List<UUID> projects = new ArrayList<>();

    private void projects(House house, Row account, int number, int tasks) {
        for (int i = 0; i < number; i++) {
            Row project = house.make("project", "title", "Network energy", "account", account.id());
            projects.add(project.id());
            Row site = house.make("site", "name", "Soweto " + projects.size(), "account", account.id());
            for (int task = 0; task < tasks; task++) {
                house.make(
                        "task",
                        "name",
                        "Survey",
                        "project",
                        project.id(),
                        "account",
                        account.id(),
                        "site",
                        site.id(),
                        "skill",
                        "survey");
            }
        }
    }

    private void read(ProgressStore store, UUID account) {
        store.open(account);
        store.accepted(account);
        store.measures(projects, House.TODAY);
    }

    @OnEachDatabase
    void sites_are_open_until_they_are_accepted_and_projects_are_measured(TestDatabase databases) {
        House house = new House(databases);
        Row account = house.account("Meridian", "s");
        projects(house, account, 2, 2);
        house.make(
                "task",
                "name",
                "Install",
                "project",
                projects.get(0),
                "account",
                account.id(),
                "skill",
                "installation",
                "progress",
                100);
        ProgressStore store = new ProgressStore(house.database);
        assertEquals(new ProgressStore.Open(2, 0, 2), store.open(account.id()));
        assertEquals(new ProgressStore.Accepted(0, 0), store.accepted(account.id()));
        Map<UUID, Measure> measures = store.measures(projects, House.TODAY);
        assertEquals(new Measure(0, 33, 0), measures.get(projects.get(0)));
        assertEquals(new Measure(0, 0, 0), measures.get(projects.get(1)));
    }

    @OnEachDatabase
    void many_projects_take_as_many_statements_as_one(TestDatabase databases) {
        House house = new House(databases);
        Row account = house.account("Meridian", "s");
        ProgressStore store = new ProgressStore(house.database);
        projects(house, account, 1, 1);
        long before = databases.statements();
        read(store, account.id());
        long few = databases.statements() - before;
        projects(house, account, 4, 3);
        before = databases.statements();
        read(store, account.id());
        assertEquals(few, databases.statements() - before);
    }
}
