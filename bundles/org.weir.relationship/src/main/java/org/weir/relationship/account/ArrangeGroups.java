package org.weir.relationship.account;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.jobs.api.Jobs;
import org.weir.records.api.Action;
import org.weir.records.api.Draft;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.Filter;
import org.weir.records.api.Query;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/**
 * Arranges companies that trade under one {@link Brand} into a group: finds or makes the group account of that name and sets
 * it as their parent. Companies that already have a parent stay where they are.
 */
@Component
public final class ArrangeGroups implements Action {
    private static final int PAGE = 500;

    private final Records records;
    private final Jobs jobs;

    @Activate
    public ArrangeGroups(@Reference Records records, @Reference Jobs jobs) {
        this.records = records;
        this.jobs = jobs;
    }

    /** @param atLeast how many companies make a group */
    public record Input(
            @FieldSpec(required = true, initial = "2") Integer atLeast) {}

    @Override
    public String type() {
        return "account";
    }

    @Override
    public String name() {
        return "arrange-groups";
    }

    @Override
    public Set<Place> places() {
        return Set.of(Place.LIST, Place.SELECTION);
    }

    @Override
    public Class<? extends Record> input() {
        return Input.class;
    }

    @Override
    public Done run(Call call) {
        int atLeast = Math.max(2, ((Input) call.input()).atLeast());
        Query query = call.query();
        UUID job = jobs.submit(Text.of("account.arranging-groups"), call.actor().user(), progress -> {
            List<Row> companies = query == null ? call.rows() : all(call.actor(), query);
            return arrange(call.actor(), brands(companies, atLeast), progress);
        });
        return Done.started(Text.of("account.arranging-groups"), job);
    }

    private List<Row> all(Actor actor, Query query) {
        List<Row> rows = new ArrayList<>();
        @Nullable String after = null;
        do {
            Records.PageOfRows page = records.list(
                    actor, new Query(query.type(), query.filter(), query.q(), List.of(), PAGE, after, null));
            rows.addAll(page.rows());
            after = page.next();
        } while (after != null);
        return rows;
    }

    private static Map<String, List<Row>> brands(List<Row> companies, int atLeast) {
        Map<String, List<Row>> brands = new LinkedHashMap<>();
        for (Row company : companies) {
            String brand = Brand.of(String.valueOf(company.get("name")));
            if (!brand.isEmpty() && company.ref("parent") == null && !"group".equals(company.text("kind"))) {
                brands.computeIfAbsent(brand, key -> new ArrayList<>()).add(company);
            }
        }
        brands.values().removeIf(it -> it.size() < atLeast);
        return brands;
    }

    private Text arrange(Actor actor, Map<String, List<Row>> brands, Jobs.Progress progress) {
        Map<String, UUID> groups = new LinkedHashMap<>();
        all(actor, Query.all("account").where(Filter.eq("kind", "group")))
                .forEach(it -> groups.putIfAbsent(Brand.of(String.valueOf(it.get("name"))), it.id()));
        long done = 0;
        long moved = 0;
        for (Map.Entry<String, List<Row>> brand : brands.entrySet()) {
            List<Row> companies = brand.getValue();
            UUID group = groups.get(brand.getKey());
            if (group == null) {
                group = newGroup(actor, companies).id();
            }
            for (Row company : companies) {
                records.update(actor, Draft.change(company, Map.of("parent", group)));
                moved++;
            }
            progress.step(++done, brands.size(), Text.of("account.arranged", done, moved));
        }
        return Text.of("account.arranged", done, moved);
    }

    private Row newGroup(Actor actor, List<Row> companies) {
        String name = companies.stream()
                .map(it -> String.valueOf(it.get("name")))
                .min((a, b) -> a.length() == b.length() ? a.compareTo(b) : a.length() - b.length())
                .orElseThrow();
        return records.create(actor, Draft.create("account", Map.of("name", name, "kind", "group")));
    }
}
