package org.weir.relationship.lead;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.base.api.Money;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Action;
import org.weir.records.api.Draft;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.store.api.Database;

/** Makes an opportunity of a lead: title, account, person, note and team are taken over. A lead without an account names one, or has one made of its company's name. */
@Component(service = Action.class)
public final class QualifyLead implements Action {
    private final Database database;
    private final Records records;

    @Activate
    public QualifyLead(@Reference(target = "(schema=relationship)") Database database, @Reference Records records) {
        this.database = database;
        this.records = records;
    }

    /** What is asked for. */
    public record Input(
            @FieldSpec(ref = "account") @Nullable UUID account,
            @FieldSpec @Nullable Boolean newAccount,
            @FieldSpec @Nullable Money amount,
            @FieldSpec @Nullable LocalDate expectedClose,
            @FieldSpec(ref = "product") @Nullable UUID product) {}

    @Override
    public String type() {
        return "lead";
    }

    @Override
    public String name() {
        return "qualify";
    }

    @Override
    public int order() {
        return 10;
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
        return "new".equals(row.text("state"));
    }

    @Override
    public Done run(Call call) {
        Row lead = call.rows().get(0);
        Input input = (Input) call.input();
        Row opportunity = database.write(handle -> qualify(call.actor(), lead, input));
        return Done.open(Text.of("lead.qualified", String.valueOf(lead.get("title"))), opportunity);
    }

    private Row qualify(Actor actor, Row lead, Input input) {
        UUID account = account(actor, lead, input);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("title", String.valueOf(lead.get("title")));
        values.put("account", account);
        values.put("lead", lead.id());
        put(values, "amount", input.amount());
        put(values, "expectedClose", input.expectedClose());
        put(values, "product", input.product());
        Stream.of("owner", "team").forEach(it -> put(values, it, lead.get(it)));
        Row opportunity = records.create(actor, Draft.create("opportunity", values));
        UUID person = lead.ref("person");
        if (person != null) {
            records.create(
                    actor,
                    Draft.create(
                            "opportunity-person",
                            Map.of("person", person, "opportunity", opportunity.id(), "part", "influences")));
        }
        records.update(actor, Draft.change(lead, Map.of("state", "qualified", "account", account)));
        return opportunity;
    }

    private UUID account(Actor actor, Row lead, Input input) {
        UUID known = lead.ref("account") == null ? input.account() : lead.ref("account");
        if (known != null) {
            return known;
        }
        String company = lead.text("company");
        if (company == null || !Boolean.TRUE.equals(input.newAccount())) {
            throw ProblemException.invalid("account", Text.of("lead.account-wanted"));
        }
        return records.create(actor, Draft.create("account", Map.of("name", company)))
                .id();
    }

    private static void put(Map<String, Object> values, String field, @Nullable Object value) {
        if (value != null) {
            values.put(field, value);
        }
    }
}
