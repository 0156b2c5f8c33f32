package org.weir.records.type;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.weir.records.api.Field;
import org.weir.records.api.Field.Kind;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordSpec;
import org.weir.records.api.RecordType;

/** Reads a Java record annotated with {@link RecordSpec} into a {@link RecordType}. */
public final class ReadDeclaration {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern SQL_NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Set<String> TAKEN = Set.of("user", "team");

    private final List<String> wrongs = new ArrayList<>();

    private ReadDeclaration() {}

    /** @throws WrongDeclaration naming everything that is wrong */
    public static RecordType read(Class<? extends Record> declared) throws WrongDeclaration {
        return new ReadDeclaration().type(declared);
    }

    /**
     * The fields of an action's input.
     *
     * @throws WrongDeclaration naming everything that is wrong
     */
    static List<Field> fields(Class<? extends Record> declared) throws WrongDeclaration {
        ReadDeclaration reading = new ReadDeclaration();
        List<Field> fields = reading.components(declared);
        reading.finish(declared);
        return fields;
    }

    private RecordType type(Class<? extends Record> declared) throws WrongDeclaration {
        RecordSpec spec = declared.getAnnotation(RecordSpec.class);
        if (spec == null) {
            throw new WrongDeclaration(declared.getName(), List.of("it has no @RecordSpec"));
        }
        List<Field> fields = components(declared);
        names(spec);
        titles(fields);
        meanings(fields);
        columns(fields);
        mentions(spec, fields);
        finish(declared);
        return new RecordType(spec, fields, declared);
    }

    private void finish(Class<? extends Record> declared) throws WrongDeclaration {
        if (!wrongs.isEmpty()) {
            throw new WrongDeclaration(declared.getName(), wrongs);
        }
    }

    private List<Field> components(Class<? extends Record> declared) {
        ReadField reader = new ReadField(wrongs);
        RecordComponent[] components = declared.getRecordComponents();
        List<Field> fields = new ArrayList<>();
        for (RecordComponent component : components) {
            Field field = reader.read(component);
            if (field != null) {
                fields.add(field);
            }
        }
        return fields;
    }

    private void names(RecordSpec spec) {
        wrong(!NAME.matcher(spec.name()).matches(), "its name '" + spec.name() + "' is not lower case with dashes");
        wrong(TAKEN.contains(spec.name()), "the name " + spec.name() + " is taken by access");
        wrong(!SQL_NAME.matcher(spec.schema()).matches(), "its schema '" + spec.schema() + "' is no plain SQL name");
        wrong(!SQL_NAME.matcher(spec.table()).matches(), "its table '" + spec.table() + "' is no plain SQL name");
    }

    private void titles(List<Field> fields) {
        long titles = fields.stream().filter(Field::title).count();
        wrong(titles == 0, "no field is its title");
        wrong(titles > 1, "more than one field is its title");
    }

    private void meanings(List<Field> fields) {
        for (Meaning meaning : Meaning.values()) {
            long times = fields.stream().filter(it -> it.meaning() == meaning).count();
            wrong(meaning != Meaning.NONE && times > 1, "more than one field means " + meaning);
        }
    }

    private void columns(List<Field> fields) {
        Set<String> columns = new HashSet<>();
        for (Field field : fields) {
            wrong(!columns.add(field.column()), "the column " + field.column() + " is there twice");
        }
        for (Field field : fields) {
            wrong(
                    field.kind() == Kind.MONEY && !columns.add(field.column() + "_currency"),
                    field.column() + "_currency is the currency of " + field.name());
            wrong(
                    field.title() && field.kind() == Kind.TEXT && !columns.add(field.column() + "_key"),
                    field.column() + "_key is the folded title");
        }
    }

    private void mentions(RecordSpec spec, List<Field> fields) {
        for (String part : spec.sort().split(",")) {
            String field = part.startsWith("-") ? part.substring(1) : part;
            wrong(
                    !part.isEmpty() && !has(fields, field) && !field.equals("createdAt") && !field.equals("updatedAt"),
                    "it sorts by " + field + ", which is no field");
        }
        for (String key : spec.keys()) {
            for (String field : key.split("\\+")) {
                wrong(!has(fields, field), "the key " + field + " is no field");
            }
        }
        for (String through : spec.visibleThrough()) {
            boolean reverse = through.contains(".");
            wrong(
                    !reverse && fields.stream().noneMatch(it -> it.name().equals(through) && it.kind() == Kind.REF),
                    "it is visible through " + through + ", which is no reference");
        }
        if (!spec.timeline().isEmpty()) {
            wrong(
                    fields.stream()
                            .noneMatch(it -> it.name().equals(spec.timeline())
                                    && (it.kind() == Kind.DATE || it.kind() == Kind.TIME)),
                    "its timeline field " + spec.timeline() + " is no date or time field");
        }
    }

    private static boolean has(List<Field> fields, String name) {
        return fields.stream().anyMatch(it -> Objects.equals(it.name(), name));
    }

    private void wrong(boolean is, String what) {
        if (is) {
            wrongs.add(what);
        }
    }
}
