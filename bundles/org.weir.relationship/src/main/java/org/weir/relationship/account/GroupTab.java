package org.weir.relationship.account;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.relationship.jte.StaticTemplates;
import org.weir.store.api.Database;
import org.weir.web.api.RecordTab;
import org.weir.web.api.Visit;

/** The whole group an account belongs to, as a tree from the outermost group down. */
@Component
public final class GroupTab implements RecordTab {
    private static final int AT_MOST = 2_000;

    private final GroupTree tree;
    private final Records records;

    @Activate
    public GroupTab(@Reference(target = "(schema=relationship)") Database database, @Reference Records records) {
        this.tree = new GroupTree(database);
        this.records = records;
    }

    /** A line of the tree; {@code depth} from 0; {@code here} is the account whose page this is. */
    public record Branch(UUID id, String name, String place, String grade, int depth, boolean here) {}

    @Override
    public String type() {
        return "account";
    }

    @Override
    public String name() {
        return "group";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Text label() {
        return Text.of("account.group-tab");
    }

    @Override
    public String permission() {
        return "account:read";
    }

    @Override
    public OptionalLong count(Visit visit, Row row) {
        Long below = tree.countChildren(List.of(row.id())).get(row.id());
        return below == null ? OptionalLong.empty() : OptionalLong.of(below);
    }

    @Override
    public Content show(Visit visit, Row row) {
        List<UUID> way = tree.upwards(row.id());
        UUID top = way.get(way.size() - 1);
        List<UUID> ids = new ArrayList<>(List.of(top));
        ids.addAll(tree.below(top, AT_MOST));
        Map<UUID, List<Row>> children = new HashMap<>();
        Map<UUID, Row> visible = new HashMap<>();
        records.readAll(visit.actor(), "account", ids).forEach(it -> visible.put(it.id(), it));
        List<Row> roots = new ArrayList<>();
        for (UUID id : ids) {
            Row account = visible.get(id);
            if (account == null) {
                continue;
            }
            UUID parent = account.ref("parent");
            if (parent != null && visible.containsKey(parent)) {
                children.computeIfAbsent(parent, key -> new ArrayList<>()).add(account);
            } else {
                roots.add(account);
            }
        }
        List<Branch> branches = new ArrayList<>();
        roots.forEach(it -> grow(branches, it, 0, row.id(), children, visit));
        return new StaticTemplates().relationshipAccountGroup(visit, branches, ids.size() > AT_MOST);
    }

    private static void grow(
            List<Branch> branches, Row at, int depth, UUID here, Map<UUID, List<Row>> children, Visit visit) {
        String country = at.text("country");
        branches.add(new Branch(
                at.id(),
                String.valueOf(at.get("name")),
                country == null ? "" : new java.util.Locale("", country).getDisplayCountry(visit.locale()),
                at.get("grade") == null ? "" : visit.t("record.account.grade." + at.text("grade")),
                depth,
                at.id().equals(here)));
        children.getOrDefault(at.id(), Collections.emptyList())
                .forEach(it -> grow(branches, it, depth + 1, here, children, visit));
    }
}
