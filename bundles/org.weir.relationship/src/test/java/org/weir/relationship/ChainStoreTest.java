package org.weir.relationship;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.function.Executable;
import org.weir.access.api.Actor;
import org.weir.base.api.Money;
import org.weir.base.api.ProblemException;
import org.weir.records.api.Action;
import org.weir.records.api.Draft;
import org.weir.records.api.Row;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas({"access", "records", "relationship"})
final class ChainStoreTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private static void refused(String field, Executable what) {
        ProblemException refused = assertThrows(ProblemException.class, what);
        assertEquals(
                List.of(field), refused.fields().stream().map(it -> it.field()).toList());
    }

    private static void conflict(Executable what) {
        assertEquals(409, assertThrows(ProblemException.class, what).status());
    }

    @OnEachDatabase
    void a_lead_becomes_an_opportunity_and_nothing_is_typed_twice(TestDatabase databases) {
        House house = new House(databases);
        Actor root = house.actor("root");
        Row account = house.account("Atlas");
        Row person = house.create("person", Map.of("name", "Gu Li"));
        Row lead = house.create(
                "lead",
                Map.of(
                        "title", "Diesel",
                        "account", account.id(),
                        "person", person.id(),
                        "owner", root.user()));
        Action.Done done = house.run(root, lead, "qualify", Map.of("amount", Money.of("1000.00", "USD")));
        Row opportunity = house.records.read(root, "opportunity", Objects.requireNonNull(done.openId()));
        assertEquals("Diesel", opportunity.text("title"));
        assertEquals(account.id(), opportunity.ref("account"));
        assertEquals(lead.id(), opportunity.ref("lead"));
        assertEquals(root.user(), opportunity.ref("owner"));
        assertNotNull(opportunity.text("number"));
        assertEquals("qualified", house.read(lead).text("state"));
        List<Row> people = house.records
                .list(root, house.query("opportunity-person", "opportunity==" + opportunity.id()))
                .rows();
        assertEquals(person.id(), people.get(0).ref("person"));
        conflict(() -> house.run(root, lead, "qualify", Map.of()));
        conflict(() -> house.run(root, lead, "decline", Map.of("reason", "late")));
    }

    @OnEachDatabase
    void a_lead_without_an_account_names_one_or_has_it_made(TestDatabase databases) {
        House house = new House(databases);
        Actor root = house.actor("root");
        refused("company", () -> house.create("lead", Map.of("title", "Nobody")));
        Row lead = house.create("lead", Map.of("title", "New business", "company", "Fresh Networks"));
        refused("account", () -> house.run(root, lead, "qualify", Map.of()));
        assertEquals("new", house.read(lead).text("state"));
        Action.Done done = house.run(root, lead, "qualify", Map.of("newAccount", true));
        UUID account = house.records
                .read(root, "opportunity", Objects.requireNonNull(done.openId()))
                .ref("account");
        assertEquals(
                "Fresh Networks",
                house.records
                        .read(root, "account", Objects.requireNonNull(account))
                        .text("name"));
        assertEquals(account, house.read(lead).ref("account"));
    }

    @OnEachDatabase
    void an_opportunity_goes_through_its_stages_and_is_closed_once_with_a_reason(TestDatabase databases) {
        House house = new House(databases);
        Actor root = house.actor("root");
        Row account = house.account("Atlas");
        Row deal = house.create("opportunity", Map.of("title", "Twelve sites", "account", account.id()));
        house.run(root, deal, "advance", Map.of());
        assertEquals("engaging", house.read(deal).text("stage"));
        assertNotNull(house.read(deal).get("engaged"));
        house.run(root, deal, "advance", Map.of("stage", "negotiation"));
        conflict(() -> house.run(root, deal, "advance", Map.of()));
        refused("reason", () -> house.run(root, deal, "win", Map.of("closed", TODAY)));
        refused(
                "stage",
                () -> house.records.update(
                        root,
                        Draft.change(house.read(deal), Map.of("stage", "won", "closed", TODAY, "reason", "price"))));
        refused("closed", () -> house.records.update(root, Draft.change(house.read(deal), Map.of("closed", TODAY))));
        house.run(root, deal, "lose", Map.of("closed", TODAY, "reason", "no-budget", "reasonWords", "Next year"));
        assertEquals("lost", house.read(deal).text("stage"));
        conflict(() -> house.run(root, deal, "win", Map.of("closed", TODAY, "reason", "price")));
        refused("stage", () -> house.records.update(root, Draft.change(house.read(deal), Map.of("stage", "proposal"))));
        house.records.update(root, Draft.change(house.read(deal), Map.of("reasonWords", "The year after")));
    }

    @OnEachDatabase
    void needs_are_noted_where_they_are_heard_and_declined_only_with_a_reason(TestDatabase databases) {
        House house = new House(databases);
        Actor root = house.actor("root");
        Row account = house.account("Atlas");
        Row other = house.account("Other");
        Row deal = house.create("opportunity", Map.of("title", "Twelve sites", "account", account.id()));
        Map<String, String> input = Map.of("title", "Less diesel", "priority", "must", "reliability", "confirmed");
        house.run(root, deal, "add-need", input);
        house.run(root, account, "add-need", input);
        List<Row> needs = house.records
                .list(root, house.query("need", "account==" + account.id()))
                .rows();
        assertEquals(2, needs.size());
        Row onDeal = house.records
                .list(root, house.query("need", "opportunity==" + deal.id()))
                .rows()
                .get(0);
        assertEquals("must", onDeal.text("priority"));
        refused("reason", () -> house.run(root, onDeal, "decline", Map.of()));
        house.run(root, onDeal, "decline", Map.of("reason", "Against physics"));
        assertEquals("Against physics", house.read(onDeal).text("declineReason"));
        conflict(() -> house.run(root, onDeal, "answer", Map.of("answer", "so")));
        refused(
                "opportunity",
                () -> house.create(
                        "need", Map.of("title", "Strange", "account", other.id(), "opportunity", deal.id())));
    }
}
