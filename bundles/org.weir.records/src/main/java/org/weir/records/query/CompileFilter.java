package org.weir.records.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.weir.access.api.Actor;
import org.weir.records.api.Field;
import org.weir.records.api.Field.Kind;
import org.weir.records.api.Filter;
import org.weir.records.api.Filter.And;
import org.weir.records.api.Filter.Condition;
import org.weir.records.api.Filter.Not;
import org.weir.records.api.Filter.Op;
import org.weir.records.api.Filter.Or;
import org.weir.records.api.RecordType;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.RecordTypes.Inverse;
import org.weir.records.format.PlainText;
import org.weir.records.row.Sql;
import org.weir.records.row.Table;
import org.weir.records.visibility.Reach;

/**
 * Compiles a filter to a condition. A path over references and inverses becomes nested {@code exists}, each through records
 * that the actor may see only, so that nothing can be found out about the others.
 */
public final class CompileFilter {
    private static final Set<String> BROAD = Set.of("true", "false", "*", "today");
    private static final int MOST_HOPS = 4;
    private static final int MOST_CONDITIONS = 100;
    private static final int MOST_VALUES = 500;

    private final RecordTypes types;
    private final Reach reach;
    private final CompileCondition conditions;

    public CompileFilter(RecordTypes types, Reach reach, CompileCondition conditions) {
        this.types = types;
        this.reach = reach;
        this.conditions = conditions;
    }

    /** @throws org.weir.base.api.ProblemException 400 naming the field, operator or value that is wrong */
    public Sql compile(Actor actor, RecordType type, String alias, Filter filter) {
        return new Compiling(actor).filter(type, alias, filter, true);
    }

    /**
     * HSQLDB takes {@code in} from its inside and {@code exists} from its outside: the first is quick when few records below
     * match, the second when many do. PostgreSQL decides by itself.
     */
    private static boolean selective(Condition condition) {
        return (condition.op() == Op.EQ || condition.op() == Op.IN)
                && condition.values().stream().noneMatch(BROAD::contains);
    }

    private final class Compiling {
        private final Actor actor;
        private int aliases;
        private int count;
        private boolean fromBelow;

        Compiling(Actor actor) {
            this.actor = actor;
        }

        /** @param must whether the rows sought must all fulfil this very condition */
        Sql filter(RecordType type, String alias, Filter filter, boolean must) {
            if (filter instanceof And and) {
                return Sql.join(" and ", all(type, alias, and.all(), must), Sql.yes());
            }
            if (filter instanceof Or or) {
                return Sql.join(" or ", all(type, alias, or.any(), false), Sql.no());
            }
            if (filter instanceof Not not) {
                return Sql.of("not (")
                        .add(filter(type, alias, not.not(), false))
                        .add(")");
            }
            Condition condition = (Condition) filter;
            if (++count > MOST_CONDITIONS) {
                throw Wrong.query("too-many", MOST_CONDITIONS);
            }
            if (condition.values().size() > MOST_VALUES) {
                throw Wrong.query("too-many-values", MOST_VALUES);
            }
            for (String value : condition.values()) {
                String forbidden = PlainText.forbidden(value, true);
                if (forbidden != null) {
                    throw Wrong.query("value", condition.path(), forbidden);
                }
            }
            fromBelow = must && selective(condition);
            return path(type, alias, List.of(condition.path().split("\\.", -1)), condition);
        }

        private List<Sql> all(RecordType type, String alias, List<Filter> filters, boolean must) {
            List<Sql> compiled = new ArrayList<>();
            filters.forEach(it -> compiled.add(filter(type, alias, it, must)));
            return compiled;
        }

        private Sql path(RecordType type, String alias, List<String> path, Condition condition) {
            if (path.size() > MOST_HOPS + 1) {
                throw Wrong.query("too-far", condition.path(), MOST_HOPS);
            }
            String step = path.get(0);
            Field field = SystemFields.find(type, step);
            if (field != null && field.secret()) {
                throw Wrong.query("unknown-field", step, type.one());
            }
            if (field != null) {
                return path.size() == 1
                        ? conditions.compile(actor, type, alias, field, condition)
                        : forth(type, alias, field, path, condition);
            }
            Optional<Inverse> inverse = types.inverses(type).stream()
                    .filter(it -> it.name().equals(step))
                    .findFirst();
            if (inverse.isEmpty()) {
                throw Wrong.query("unknown-field", step, type.one());
            }
            return back(alias, inverse.get(), path, condition);
        }

        private Sql forth(RecordType type, String alias, Field field, List<String> path, Condition condition) {
            if (!Table.refers(field) || Table.toAccess(field) || field.ref().isEmpty()) {
                throw Wrong.query("leads-nowhere", field.name(), type.one());
            }
            RecordType target = types.find(field.ref()).orElseThrow(() -> Wrong.query("no-type", field.ref()));
            String next = "f" + ++aliases;
            Sql rest = path(target, next, path.subList(1, path.size()), condition);
            if (fromBelow && field.kind() == Kind.REF) {
                return in(alias + "." + field.column(), next + ".id", target, next, rest);
            }
            Sql link = field.kind() == Kind.REF
                    ? Sql.of(next + ".id = " + alias + "." + field.column())
                    : Sql.of(next + ".id in (select s.val from " + Table.side(type, field) + " s where s.id = " + alias
                            + ".id)");
            return exists(target, next, link, rest);
        }

        private Sql back(String alias, Inverse inverse, List<String> path, Condition condition) {
            RecordType source = inverse.type();
            Field field = inverse.field();
            String next = "f" + ++aliases;
            Sql link = field.kind() == Kind.REF
                    ? Sql.of(next + "." + field.column() + " = " + alias + ".id")
                    : Sql.of(next + ".id in (select s.id from " + Table.side(source, field) + " s where s.val = "
                            + alias + ".id)");
            if (path.size() > 1) {
                Sql rest = path(source, next, path.subList(1, path.size()), condition);
                return fromBelow && field.kind() == Kind.REF
                        ? in(alias + ".id", next + "." + field.column(), source, next, rest)
                        : exists(source, next, link, rest);
            }
            if (condition.op() == Op.NULL) {
                Sql some = exists(source, next, link, Sql.yes());
                return conditions.wantsNull(condition) ? Sql.of("not ").add(some) : some;
            }
            return exists(source, next, link, conditions.compile(actor, source, next, idOf(source), condition));
        }

        private Field idOf(RecordType type) {
            Field id = SystemFields.find(type, "id");
            if (id == null) {
                throw new IllegalStateException("no id");
            }
            return id;
        }

        /** Beginning with the few records that fulfil the rest. */
        private Sql in(String column, String selected, RecordType type, String alias, Sql rest) {
            Sql sql = Sql.of(column + " in (select " + selected + " from " + Table.rows(type, alias) + " where ")
                    .add(rest);
            Sql seen = reach.read(actor, type, alias);
            return (seen.isYes() ? sql : sql.add(" and ").add(seen)).add(")");
        }

        private Sql exists(RecordType type, String alias, Sql link, Sql rest) {
            Sql sql = Sql.of("exists (select 1 from " + Table.rows(type, alias) + " where ")
                    .add(link);
            Sql seen = reach.read(actor, type, alias);
            if (!seen.isYes()) {
                sql.add(" and ").add(seen);
            }
            if (!rest.isYes()) {
                sql.add(" and ").add(rest);
            }
            return sql.add(")");
        }
    }
}
