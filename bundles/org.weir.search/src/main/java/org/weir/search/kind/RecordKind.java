package org.weir.search.kind;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.events.api.Event;
import org.weir.records.api.Field;
import org.weir.records.api.FieldSpec.Format;
import org.weir.records.api.Formats;
import org.weir.records.api.RecordType;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/**
 * The records of a type: their title, their number and keys, their texts; not choices, not what they refer to, because that
 * may be seen by others than they are.
 */
final class RecordKind implements Kind {
    private static final Set<Format> CODED = Set.of(Format.EMAIL, Format.PHONE);
    private static final Set<Format> SHOWN_OTHERWISE = Set.of(Format.COUNTRY, Format.LANGUAGE, Format.REGION);

    private final RecordType type;
    private final Records records;
    private final Formats formats;
    private final Actor system;
    private final List<Field> texts;
    private final String version;

    RecordKind(RecordType type, Records records, Formats formats, Actor system) {
        this.type = type;
        this.records = records;
        this.formats = formats;
        this.system = system;
        this.texts = type.fields().stream().filter(RecordKind::isText).toList();
        this.version = Integer.toHexString(texts.stream()
                .map(it -> it.name() + it.kind() + it.multiline() + it.format() + it.title() + isCode(it))
                .collect(Collectors.joining(","))
                .hashCode());
    }

    private static boolean isText(Field field) {
        return (field.kind() == Field.Kind.TEXT || field.kind() == Field.Kind.LIST)
                && !field.secret()
                && !SHOWN_OTHERWISE.contains(field.format());
    }

    private boolean isCode(Field field) {
        return field.numbered()
                || CODED.contains(field.format())
                || !field.title() && type.keys().contains(field.name());
    }

    @Override
    public boolean isRecord() {
        return true;
    }

    @Override
    public String kind() {
        return type.name();
    }

    @Override
    public Text label() {
        return type.many();
    }

    @Override
    public String icon() {
        return type.icon();
    }

    @Override
    public String permission() {
        return type.permission("read");
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public List<Document> walk(@Nullable UUID after, int limit) {
        return records.walk(system, type.name(), after, limit).stream()
                .map(this::document)
                .toList();
    }

    @Override
    public Collection<UUID> changed(Event event) {
        return event.subjectType().equals(type.name()) ? List.of(event.subject()) : List.of();
    }

    @Override
    public List<Document> read(Collection<UUID> ids) {
        return records.readAll(system, type.name(), ids).stream()
                .map(this::document)
                .toList();
    }

    private Document document(Row row) {
        List<String> codes = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<String> longs = new ArrayList<>();
        String title = "";
        for (Field field : texts) {
            List<String> values = values(row, field);
            if (field.title() && !values.isEmpty()) {
                title = values.get(0);
            }
            if (isCode(field)) {
                codes.addAll(values);
            } else if (!field.title()) {
                (field.multiline() ? longs : names).addAll(values);
            }
        }
        return new Document(row.id(), title, codes, names, longs);
    }

    private static List<String> values(Row row, Field field) {
        if (field.kind() == Field.Kind.LIST) {
            return row.list(field.name());
        }
        String value = row.text(field.name());
        return value == null ? List.of() : List.of(value);
    }

    @Override
    public Set<UUID> visible(Actor actor, Collection<UUID> ids) {
        return records.visible(actor, type.name(), ids);
    }

    @Override
    public Map<UUID, Shown> show(Actor actor, Collection<UUID> ids) {
        List<Row> rows = records.readAll(actor, type.name(), ids);
        Map<UUID, String> titles = type.title().kind() == Field.Kind.TEXT
                ? Map.of()
                : records.titles(actor, type.name(), rows.stream().map(Row::id).toList());
        Map<UUID, Shown> shown = new HashMap<>();
        for (Row row : rows) {
            Object own = row.get(type.title().name());
            String title = own instanceof String text ? text : titles.getOrDefault(row.id(), "");
            List<String> others = new ArrayList<>();
            texts.stream().filter(it -> !it.title()).forEach(it -> others.addAll(values(row, it)));
            String href = "/r/" + type.name() + "/" + row.id();
            shown.put(row.id(), new Shown(title, detail(actor, row), others, href));
        }
        return shown;
    }

    /** The values of the first columns that need no look-up. */
    private String detail(Actor actor, Row row) {
        List<String> parts = new ArrayList<>();
        for (Field field : type.fields()) {
            Object value = row.get(field.name());
            boolean shown = field.inList()
                    && !field.title()
                    && field.kind() != Field.Kind.REF
                    && field.kind() != Field.Kind.REFS;
            if (shown && value != null && parts.size() < 2) {
                parts.add(formats.show(type, field, value, actor.locale(), actor.zone()));
            }
        }
        return String.join(" · ", parts);
    }

    @Override
    public List<UUID> lookup(Actor actor, String text, int limit) {
        return records.lookup(actor, type.name(), text, limit).stream()
                .map(Records.Titled::id)
                .toList();
    }
}
