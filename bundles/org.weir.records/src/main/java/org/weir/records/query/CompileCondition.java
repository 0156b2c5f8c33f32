package org.weir.records.query;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.base.api.Money;
import org.weir.records.api.Field;
import org.weir.records.api.Field.Kind;
import org.weir.records.api.FieldSpec.Format;
import org.weir.records.api.Filter.Condition;
import org.weir.records.api.Formats;
import org.weir.records.api.Formats.Parsed;
import org.weir.records.api.RecordType;
import org.weir.records.format.Canonical;
import org.weir.records.format.Folding;
import org.weir.records.row.Sql;
import org.weir.records.row.Table;
import org.weir.store.api.Dialect;

/** Compiles a condition on one field: what its values mean, which operators it takes, what is compared with what. */
public final class CompileCondition {
    private static final Pattern DAY = Pattern.compile("today(?:([+-])(\\d{1,5}))?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Formats formats;
    private final Clock clock;
    private final Dialect dialect;

    public CompileCondition(Formats formats, Clock clock, Dialect dialect) {
        this.dialect = dialect;
        this.formats = formats;
        this.clock = clock;
    }

    Sql compile(Actor actor, RecordType type, String alias, Field field, Condition condition) {
        return new Compiling(actor, type, alias, field, condition).compile();
    }

    boolean wantsNull(Condition condition) {
        return switch (condition.values().get(0).toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw Wrong.query("value", condition.path(), condition.values().get(0));
        };
    }

    private final class Compiling {
        private final Actor actor;
        private final RecordType type;
        private final String alias;
        private final Field field;
        private final Condition condition;
        private final String column;

        Compiling(Actor actor, RecordType type, String alias, Field field, Condition condition) {
            this.actor = actor;
            this.type = type;
            this.alias = alias;
            this.field = field;
            this.condition = condition;
            this.column = Table.column(alias, field);
        }

        Sql compile() {
            List<String> values = condition.values();
            if (values.isEmpty()) {
                throw Wrong.query("value", condition.path(), "");
            }
            return switch (condition.op()) {
                case NULL -> wantsNull(condition) ? empty() : not(empty());
                case EQ -> equal(values.get(0));
                case NE -> unequal(List.of(equal(values.get(0))));
                case IN -> Sql.join(" or ", each(values), Sql.no());
                case OUT -> unequal(each(values));
                case GT, GE, LT, LE -> compare(values.get(0));
            };
        }

        private List<Sql> each(List<String> values) {
            if (simple()) {
                List<Object> parsed = new ArrayList<>();
                values.forEach(it -> parsed.add(value(it)));
                return List.of(Sql.in(column, parsed));
            }
            List<Sql> each = new ArrayList<>();
            values.forEach(it -> each.add(equal(it)));
            return each;
        }

        /** One value, one column, plain equality. */
        private boolean simple() {
            return switch (field.kind()) {
                case CHOICE, INTEGER, DECIMAL, BOOL -> true;
                case REF -> condition.values().stream().noneMatch(it -> it.equals("my-team"));
                default -> false;
            };
        }

        private Sql empty() {
            return Table.several(field)
                    ? not(Sql.of(
                            "exists (select 1 from " + Table.side(type, field) + " s where s.id = " + alias + ".id)"))
                    : Sql.of(column + " is null");
        }

        /** An empty field is unlike any value. */
        private Sql unequal(List<Sql> equals) {
            Sql none = Sql.of("not (").add(Sql.join(" or ", equals, Sql.no())).add(")");
            return Table.several(field)
                    ? none
                    : Sql.of("(").add(column + " is null or ").add(none).add(")");
        }

        private Sql equal(String text) {
            return switch (field.kind()) {
                case TEXT -> text(text);
                case LIST ->
                    Sql.of("exists (select 1 from " + Table.side(type, field) + " s where s.id = " + alias + ".id and ")
                            .add(plain("s.val", text))
                            .add(")");
                case REFS -> named(text);
                case REF -> reference(column, text);
                case MONEY -> money("=", text);
                case TIME -> time(text);
                default -> Sql.of(column + " = ?", value(text));
            };
        }

        /**
         * HSQLDB takes {@code in} from its inside and {@code exists} from its outside: one record is named by few others,
         * one user by very many.
         */
        private Sql named(String text) {
            String entries = "(select s.id from " + Table.side(type, field) + " s where ";
            Sql named = reference("s.val", text);
            return Table.toAccess(field)
                    ? Sql.of("exists " + entries + "s.id = " + alias + ".id and ")
                            .add(named)
                            .add(")")
                    : Sql.of(alias + ".id in " + entries).add(named).add(")");
        }

        private Sql text(String text) {
            if (!(field.title() && Table.hasKey(type))) {
                return plain(column, text);
            }
            String key = alias + "." + Table.key(type);
            TextPattern pattern = TextPattern.of(text);
            return pattern.wild()
                    ? pattern.matches(dialect, key, Folding::fold)
                    : Sql.of(key + " = ?", Folding.key(pattern.literal(), field.max()));
        }

        private Sql plain(String where, String text) {
            TextPattern pattern = TextPattern.of(text);
            if (pattern.wild()) {
                return Sql.of(
                        "lower(" + where + ") like ? escape '!'", pattern.like(it -> it.toLowerCase(Locale.ROOT)));
            }
            boolean coded = field.format() == Format.COUNTRY || field.format() == Format.LANGUAGE;
            return Sql.of(where + " = ?", coded ? parsed(pattern.literal()) : pattern.literal());
        }

        private Sql reference(String where, String text) {
            if (text.equals("me") && field.ref().equals("user")) {
                return Sql.of(where + " = ?", actor.user());
            }
            if (text.equals("my-team") && field.ref().equals("team")) {
                return Sql.in(where, actor.teams());
            }
            return Sql.of(where + " = ?", parsed(text));
        }

        private Object value(String text) {
            if (field.kind() == Kind.REF && text.equals("me") && field.ref().equals("user")) {
                return actor.user();
            }
            return field.kind() == Kind.DATE ? day(text) : parsed(text);
        }

        private Sql money(String operator, String text) {
            if (text.chars().anyMatch(Character::isLetter)) {
                Money money = (Money) parsed(text);
                return Sql.of(
                        "(" + column + " " + operator + " ? and " + column + "_currency = ?)",
                        money.amount(),
                        money.currency().getCurrencyCode());
            }
            return Sql.of(column + " " + operator + " ?", ((Money) parsed(text + " XXX")).amount());
        }

        /** A day stands for the whole of it. */
        private Sql time(String text) {
            LocalDate day = wholeDay(text);
            if (day == null) {
                return Sql.of(column + " = ?", parsed(text));
            }
            return Sql.of("(" + column + " >= ? and " + column + " < ?)", start(day), start(day.plusDays(1)));
        }

        private Sql compare(String text) {
            String operator =
                    switch (condition.op()) {
                        case GT -> ">";
                        case GE -> ">=";
                        case LT -> "<";
                        default -> "<=";
                    };
            return switch (field.kind()) {
                case TEXT ->
                    field.title() && Table.hasKey(type)
                            ? Sql.of(
                                    alias + "." + Table.key(type) + " " + operator + " ?",
                                    Folding.key(text, field.max()))
                            : Sql.of(column + " " + operator + " ?", text);
                case MONEY -> money(operator, text);
                case TIME -> compareTime(operator, text);
                case INTEGER, DECIMAL, DATE -> Sql.of(column + " " + operator + " ?", value(text));
                case CHOICE, BOOL, REF, LIST, REFS ->
                    throw Wrong.query(
                            "operator", condition.path(), condition.op().name().toLowerCase(Locale.ROOT));
            };
        }

        private Sql compareTime(String operator, String text) {
            LocalDate day = wholeDay(text);
            if (day == null) {
                return Sql.of(column + " " + operator + " ?", parsed(text));
            }
            return switch (operator) {
                case ">" -> Sql.of(column + " >= ?", start(day.plusDays(1)));
                case "<=" -> Sql.of(column + " < ?", start(day.plusDays(1)));
                default -> Sql.of(column + " " + operator + " ?", start(day));
            };
        }

        private @Nullable LocalDate wholeDay(String text) {
            LocalDate relative = relative(text);
            if (relative != null) {
                return relative;
            }
            return DATE.matcher(text).matches() ? day(text) : null;
        }

        private Instant start(LocalDate day) {
            return day.atStartOfDay(actor.zone()).toInstant();
        }

        private @Nullable LocalDate relative(String text) {
            Matcher day = DAY.matcher(text);
            if (!day.matches()) {
                return null;
            }
            long days = day.group(2) == null ? 0 : Long.parseLong(day.group(2));
            return LocalDate.now(clock.withZone(actor.zone())).plusDays("-".equals(day.group(1)) ? -days : days);
        }

        private LocalDate day(String text) {
            LocalDate relative = relative(text);
            if (relative != null) {
                return relative;
            }
            Object value = formats.parse(type, field, text, Canonical.locale(field, actor.locale()), actor.zone())
                    .value();
            if (value instanceof LocalDate date) {
                return date;
            }
            if (value instanceof Instant time) {
                return LocalDate.ofInstant(time, actor.zone());
            }
            throw Wrong.query("value", condition.path(), text);
        }

        private Object parsed(String text) {
            Parsed parsed = formats.parse(type, field, text, Canonical.locale(field, actor.locale()), actor.zone());
            Object value = parsed.value();
            if (value instanceof List<?> list && list.size() == 1) {
                return list.get(0);
            }
            if (value == null || value instanceof List<?>) {
                throw Wrong.query("value", condition.path(), text);
            }
            return value;
        }

        private Sql not(Sql condition) {
            return Sql.of("not (").add(condition).add(")");
        }
    }
}
