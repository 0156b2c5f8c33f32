package org.weir.records.type;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Money;
import org.weir.records.api.Field;
import org.weir.records.api.Field.Kind;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.FieldSpec.Meaning;

/** Reads one component of a declaring Java record into a {@link Field}, noting what is wrong with it. */
final class ReadField {
    private static final Map<Class<?>, Kind> KINDS = Map.of(
            String.class, Kind.TEXT,
            Boolean.class, Kind.BOOL,
            Integer.class, Kind.INTEGER,
            Long.class, Kind.INTEGER,
            BigDecimal.class, Kind.DECIMAL,
            Money.class, Kind.MONEY,
            LocalDate.class, Kind.DATE,
            Instant.class, Kind.TIME,
            UUID.class, Kind.REF);
    private static final Set<String> SYSTEM =
            Set.of("id", "version", "createdAt", "createdBy", "updatedAt", "updatedBy", "pos", "val");
    private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9]{0,40}");
    private static final Pattern PREFIX = Pattern.compile("[A-Z][A-Z0-9]{0,11}");
    private static final Pattern CAPITAL = Pattern.compile("([A-Z])");

    private final List<String> wrongs;

    ReadField(List<String> wrongs) {
        this.wrongs = wrongs;
    }

    @Nullable
    Field read(RecordComponent component) {
        String name = component.getName();
        FieldSpec spec = component.getAnnotation(FieldSpec.class);
        if (spec == null) {
            wrongs.add(name + " has no @FieldSpec");
            return null;
        }
        Kind kind = kind(component.getGenericType());
        if (kind == null) {
            wrongs.add(name + " is of Java type " + component.getGenericType().getTypeName()
                    + ", which stands for no kind of field");
            return null;
        }
        check(name, spec, kind);
        boolean numbered = !spec.number().isEmpty();
        return new Field(
                name,
                column(name),
                kind,
                spec.required(),
                spec.title(),
                spec.max(),
                spec.multiline(),
                spec.format(),
                choices(component.getType()),
                spec.ref(),
                spec.inverse(),
                spec.meaning(),
                spec.unique() || numbered,
                spec.column(),
                spec.section(),
                spec.readOnly() || numbered,
                spec.sortable(),
                List.of(spec.importedAs()),
                spec.initial(),
                spec.number(),
                spec.secret(),
                spec.reckoned());
    }

    private static boolean reckonable(Kind kind) {
        return switch (kind) {
            case CHOICE, BOOL, INTEGER, DECIMAL, DATE, TIME -> true;
            case TEXT, MONEY, REF, LIST, REFS -> false;
        };
    }

    private void check(String name, FieldSpec spec, Kind kind) {
        boolean refers = kind == Kind.REF || kind == Kind.REFS;
        wrong(!NAME.matcher(name).matches(), name + " is not a plain camel-case name");
        wrong(SYSTEM.contains(name), name + " is the name of a system column");
        wrong(refers && spec.ref().isEmpty(), name + " refers to nothing: ref is missing");
        wrong(!refers && !spec.ref().isEmpty(), name + " has a ref but is no UUID");
        wrong(!refers && !spec.inverse().isEmpty(), name + " has an inverse but is no reference");
        wrong(spec.max() < 1, name + " has a max below 1");
        wrong(
                spec.title() && kind != Kind.TEXT && kind != Kind.REF,
                name + " is the title but neither text nor reference");
        wrong(
                spec.format() != FieldSpec.Format.PLAIN && kind != Kind.TEXT && kind != Kind.LIST,
                name + " has a format but is no text");
        wrong(spec.multiline() && kind != Kind.TEXT, name + " is multiline but no text");
        wrong(
                spec.sortable() && (kind == Kind.LIST || kind == Kind.REFS),
                name + " holds several values and cannot be sorted by");
        wrong(!spec.number().isEmpty() && kind != Kind.TEXT, name + " is numbered but no text");
        wrong(
                spec.reckoned() && (!spec.readOnly() || spec.required() || spec.unique() || !reckonable(kind)),
                name + " is reckoned, but not read-only, or required, or of a kind that cannot be");
        wrong(
                !spec.number().isEmpty() && !PREFIX.matcher(spec.number()).matches(),
                name + " has the number prefix '" + spec.number() + "', which is not capitals and digits");
        boolean plain = kind == Kind.TEXT
                && spec.format() == FieldSpec.Format.PLAIN
                && spec.number().isEmpty();
        wrong(spec.secret() && !plain, name + " is a secret but no plain text");
        wrong(
                spec.secret()
                        && (spec.title()
                                || spec.unique()
                                || spec.sortable()
                                || !spec.initial().isEmpty()),
                name + " is a secret, so it can be neither title, unique, sortable nor proposed");
        Meaning meaning = spec.meaning();
        wrong(
                meaning == Meaning.OWNER && !(kind == Kind.REF && spec.ref().equals("user")),
                name + " is the owner but no reference to user");
        wrong(
                meaning == Meaning.TEAM && !(kind == Kind.REF && spec.ref().equals("team")),
                name + " is the team but no reference to team");
        wrong(meaning == Meaning.REGION && kind != Kind.TEXT, name + " is the region but no text");
        wrong(meaning == Meaning.ACCOUNT && kind != Kind.REF, name + " is the account but no reference");
    }

    private void wrong(boolean is, String what) {
        if (is) {
            wrongs.add(what);
        }
    }

    private static @Nullable Kind kind(Type type) {
        if (type instanceof Class<?> plain) {
            return plain.isEnum() ? Kind.CHOICE : KINDS.get(plain);
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            Type of = generic.getActualTypeArguments()[0];
            return of == String.class ? Kind.LIST : of == UUID.class ? Kind.REFS : null;
        }
        return null;
    }

    private static List<String> choices(Class<?> type) {
        if (!type.isEnum()) {
            return List.of();
        }
        return Arrays.stream(type.getEnumConstants())
                .map(it -> ((Enum<?>) it).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    static String column(String name) {
        return CAPITAL.matcher(name).replaceAll("_$1").toLowerCase(Locale.ROOT);
    }
}
