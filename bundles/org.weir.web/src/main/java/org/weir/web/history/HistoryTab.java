package org.weir.web.history;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.Field;
import org.weir.records.api.History.Diff;
import org.weir.records.api.History.Entry;
import org.weir.records.api.History.Kind;
import org.weir.records.api.RecordType;
import org.weir.records.api.Row;
import org.weir.web.api.Visit;
import org.weir.web.cell.ShowValue;
import org.weir.web.cell.Values;
import org.weir.web.jte.StaticTemplates;
import org.weir.web.shell.Request;
import org.weir.web.shell.Services;
import org.weir.web.shell.Urls;

/** Every change of a record, with what it was before and the way back. */
public final class HistoryTab {
    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int PAGE = 30;

    private final Services services;

    public HistoryTab(Services services) {
        this.services = services;
    }

    /** @param restoreUrl empty when there is nothing to set back */
    public record Line(
            String who, String what, String near, String full, String iso, List<Change> changes, String restoreUrl) {}

    public record Change(String label, String before, String after) {}

    public Content show(Visit visit, Row row) {
        String beforeId = visit.param("before");
        UUID before = beforeId == null ? null : Request.id(beforeId);
        List<Entry> entries = services.history().of(visit.actor(), row, before, PAGE);
        String url = "/r/" + row.type().name() + "/" + row.id();
        boolean may = services.records().may(visit.actor(), "update", row);
        Values values =
                new Values(services.records(), services.types(), new ShowValue(services.formats(), visit), visit);
        values.prepareTitles(references(row.type(), entries));
        List<Line> lines = new ArrayList<>();
        for (Entry entry : entries) {
            lines.add(line(visit, row.type(), entry, values.titles(), may ? url : ""));
        }
        String next = entries.size() < PAGE
                ? ""
                : Urls.of(url + "/tab/history")
                        .with("before", entries.get(entries.size() - 1).id().toString())
                        .toString();
        return TEMPLATES.historyTab(visit, lines, next);
    }

    private Line line(Visit visit, RecordType type, Entry entry, Map<UUID, String> titles, String url) {
        List<Change> changes = new ArrayList<>();
        for (Diff diff : entry.diffs()) {
            changes.add(change(visit, type, diff, titles));
        }
        boolean settable =
                entry.diffs().stream().map(it -> type.field(it.field())).anyMatch(HistoryTab::settable);
        boolean restores = !url.isEmpty() && entry.kind() == Kind.CHANGED && settable;
        return new Line(
                entry.byName(),
                what(visit, entry),
                visit.time(entry.at()),
                visit.fullTime(entry.at()),
                entry.at().toString(),
                changes,
                restores ? url + "/restore/" + entry.id() : "");
    }

    private static boolean settable(@Nullable Field field) {
        return field != null && !field.readOnly();
    }

    /** "changed by import". */
    public static String what(Visit visit, Entry entry) {
        String did = visit.t("web.history." + entry.kind().name().toLowerCase(java.util.Locale.ROOT));
        String via = entry.via();
        if (via.isEmpty()) {
            return did;
        }
        String by = via.startsWith("action:")
                ? visit.t("record." + entry.type() + ".action." + via.substring("action:".length()))
                : visit.t("web.history.via." + via);
        return visit.t("web.history.by", did, by);
    }

    private Change change(Visit visit, RecordType type, Diff diff, Map<UUID, String> titles) {
        Field field = type.field(diff.field());
        String label = field == null ? diff.field() : visit.t(type.label(field));
        return new Change(
                label,
                words(visit, type, field, diff.before(), titles),
                words(visit, type, field, diff.after(), titles));
    }

    private String words(
            Visit visit, RecordType type, @Nullable Field field, String canonical, Map<UUID, String> titles) {
        if (field == null || canonical.isEmpty()) {
            return canonical;
        }
        if (!field.ref().isEmpty()) {
            List<String> names = new ArrayList<>();
            ids(canonical).forEach(it -> names.add(titles.getOrDefault(it, visit.t("web.hidden"))));
            return String.join(", ", names);
        }
        if (field.kind() == Field.Kind.LIST) {
            return canonical.replace("\n", ", ");
        }
        Object value = services.formats()
                .parse(type, field, canonical, visit.locale(), visit.actor().zone())
                .value();
        return value == null
                ? canonical
                : services.formats()
                        .show(type, field, value, visit.locale(), visit.actor().zone());
    }

    private static Map<String, Set<UUID>> references(RecordType type, List<Entry> entries) {
        Map<String, Set<UUID>> result = new HashMap<>();
        for (Entry entry : entries) {
            for (Diff diff : entry.diffs()) {
                Field field = type.field(diff.field());
                if (field != null && !field.ref().isEmpty()) {
                    Set<UUID> some = result.computeIfAbsent(field.ref(), key -> new HashSet<>());
                    some.addAll(ids(diff.before()));
                    some.addAll(ids(diff.after()));
                }
            }
        }
        return result;
    }

    private static List<UUID> ids(String canonical) {
        List<UUID> result = new ArrayList<>();
        for (String part : canonical.split("[\\n,]")) {
            String id = part.strip();
            if (id.length() == 36) {
                result.add(Request.id(id));
            }
        }
        return result;
    }
}
