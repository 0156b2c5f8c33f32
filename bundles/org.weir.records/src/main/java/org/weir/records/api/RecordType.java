package org.weir.records.api;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Text;

/** A kind of record, as declared by {@link RecordSpec}; immutable. */
public final class RecordType {
    private final RecordSpec spec;
    private final String name;
    private final String schema;
    private final String table;
    private final String icon;
    private final String section;
    private final int order;
    private final List<Field> fields;
    private final List<Field> declaredFields;
    private final Map<String, Field> byName;
    private final Map<FieldSpec.Meaning, Field> byMeaning = new EnumMap<>(FieldSpec.Meaning.class);
    private final @Nullable Field title;
    private final List<String> visibleThrough;
    private final String sort;
    private final String timeline;
    private final List<String> keys;
    private final Class<? extends Record> javaType;

    public RecordType(RecordSpec spec, List<Field> fields, Class<? extends Record> javaType) {
        this(spec, fields, fields, javaType);
    }

    private RecordType(
            RecordSpec spec, List<Field> fields, List<Field> declaredFields, Class<? extends Record> javaType) {
        this.spec = spec;
        this.declaredFields = List.copyOf(declaredFields);
        this.name = spec.name();
        this.schema = spec.schema();
        this.table = spec.schema() + "." + spec.table();
        this.icon = spec.icon();
        this.section = spec.section();
        this.order = spec.order();
        this.fields = List.copyOf(fields);
        Map<String, Field> map = new LinkedHashMap<>();
        fields.forEach(it -> {
            map.put(it.name(), it);
            byMeaning.putIfAbsent(it.meaning(), it);
        });
        this.title = fields.stream().filter(Field::title).findFirst().orElse(null);
        this.byName = Map.copyOf(map);
        this.visibleThrough = List.of(spec.visibleThrough());
        this.sort = sort(spec.sort());
        this.timeline = spec.timeline();
        this.keys = Stream.of(spec.keys()).filter(this::isThere).toList();
        this.javaType = javaType;
    }

    private String sort(String declared) {
        return Stream.of(declared.split(","))
                .filter(it -> !hidden(it.startsWith("-") ? it.substring(1) : it))
                .collect(Collectors.joining(","));
    }

    private boolean isThere(String key) {
        return Stream.of(key.split("\\+")).noneMatch(this::hidden);
    }

    private boolean hidden(String field) {
        return !byName.containsKey(field)
                && declaredFields.stream().anyMatch(it -> it.name().equals(field));
    }

    /**
     * The type as it stands while some of the types that it refers to are not there: without the fields that refer to them.
     * The title stays in any case.
     */
    public RecordType where(Predicate<String> there) {
        List<Field> left = declaredFields.stream()
                .filter(it -> it.ref().isEmpty() || it.title() || there.test(it.ref()))
                .toList();
        return left.equals(fields) ? this : new RecordType(spec, left, declaredFields, javaType);
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

    /** In declared order; without those that refer to types that no bundle brings now. */
    public List<Field> fields() {
        return fields;
    }

    /** All of them: the columns and tables that are there. */
    public List<Field> declaredFields() {
        return declaredFields;
    }

    public @Nullable Field field(String field) {
        return byName.get(field);
    }

    public Field title() {
        if (title == null) {
            throw new NoSuchElementException(name);
        }
        return title;
    }

    public Optional<Field> meaning(FieldSpec.Meaning meaning) {
        return Optional.ofNullable(byMeaning.get(meaning));
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

    /** Whether it may change without a new version; see {@link RecordSpec#reckoned}. */
    public boolean reckoned() {
        return spec.reckoned();
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
