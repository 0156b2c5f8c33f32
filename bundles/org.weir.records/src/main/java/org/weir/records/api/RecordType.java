package org.weir.records.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Text;

/** A kind of record, as declared by {@link RecordSpec}; immutable. */
public final class RecordType {
    private final String name;
    private final String schema;
    private final String table;
    private final String icon;
    private final String section;
    private final int order;
    private final List<Field> fields;
    private final Map<String, Field> byName;
    private final List<String> visibleThrough;
    private final String sort;
    private final String timeline;
    private final List<String> keys;
    private final Class<? extends Record> javaType;

    public RecordType(RecordSpec spec, List<Field> fields, Class<? extends Record> javaType) {
        this.name = spec.name();
        this.schema = spec.schema();
        this.table = spec.schema() + "." + spec.table();
        this.icon = spec.icon();
        this.section = spec.section();
        this.order = spec.order();
        this.fields = List.copyOf(fields);
        Map<String, Field> map = new LinkedHashMap<>();
        fields.forEach(it -> map.put(it.name(), it));
        this.byName = Map.copyOf(map);
        this.visibleThrough = List.of(spec.visibleThrough());
        this.sort = spec.sort();
        this.timeline = spec.timeline();
        this.keys = List.of(spec.keys());
        this.javaType = javaType;
    }

    public String name() {
        return name;
    }

    public String schema() {
        return schema;
    }

    /** With its schema: {@code relationship.account}. */
    public String table() {
        return table;
    }

    public String icon() {
        return icon;
    }

    public String section() {
        return section;
    }

    public int order() {
        return order;
    }

    /** In declared order. */
    public List<Field> fields() {
        return fields;
    }

    public @Nullable Field field(String field) {
        return byName.get(field);
    }

    public Field title() {
        return fields.stream().filter(Field::title).findFirst().orElseThrow();
    }

    public Optional<Field> meaning(FieldSpec.Meaning meaning) {
        return fields.stream().filter(it -> it.meaning() == meaning).findFirst();
    }

    public List<String> visibleThrough() {
        return visibleThrough;
    }

    public String sort() {
        return sort;
    }

    public String timeline() {
        return timeline;
    }

    public List<String> keys() {
        return keys;
    }

    public Class<? extends Record> javaType() {
        return javaType;
    }

    /** For example {@code account:read}. */
    public String permission(String operation) {
        return name + ":" + operation;
    }

    public Text one() {
        return Text.of("record." + name);
    }

    public Text many() {
        return Text.of("record." + name + ".many");
    }

    public Text label(Field field) {
        return Text.of("record." + name + "." + field.name());
    }

    public Text label(Field field, String choice) {
        return Text.of("record." + name + "." + field.name() + "." + choice);
    }

    @Override
    public String toString() {
        return name;
    }
}
