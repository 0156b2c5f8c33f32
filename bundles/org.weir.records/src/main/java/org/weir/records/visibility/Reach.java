package org.weir.records.visibility;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.access.api.Scope;
import org.weir.base.api.ProblemException;
import org.weir.records.api.Field;
import org.weir.records.api.Field.Kind;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordType;
import org.weir.records.api.Row;
import org.weir.records.row.Sql;
import org.weir.records.row.Statements;
import org.weir.records.row.Table;
import org.weir.records.type.TypeRegistry;
import org.weir.store.api.Database;
import org.weir.store.api.Dialect;

/**
 * How far a permission reaches over the records of a type, as a condition on a table alias. Whoever has a permission in any
 * scope has it on records they own. A record is also seen by whoever sees one it is declared visible through; for the other
 * operations the scopes of the permission asked for are applied to the columns of those records.
 */
public final class Reach {
    private static final int DEEPEST = 3;
    private static final int LONG = 40;

    private final TypeRegistry types;
    private final AccountsOfUser accounts;
    private final Database database;
    private final List<Moment<?>> moments = new CopyOnWriteArrayList<>();

    public Reach(TypeRegistry types, AccountsOfUser accounts, Database database) {
        this.types = types;
        this.accounts = accounts;
        this.database = database;
    }

    /** Something has changed in the transaction under way, or without one: whose accounts are whose may have too. */
    public void changed() {
        forget();
        database.afterEnd(this::forget);
    }

    private void forget() {
        accounts.forget();
        moments.forEach(Moment::forget);
    }

    /** For what depends on records and on who sees them. Not to be used in a transaction, which sees its own changes. */
    public <T> Moment<T> moment(Supplier<T> nothing) {
        Moment<T> moment = new Moment<>(nothing);
        moments.add(moment);
        return moment;
    }

    public Sql read(Actor actor, RecordType type, String alias) {
        return of(actor, type, "read", alias);
    }

    /** @param operation {@code read, update, delete} or the name of an action */
    public Sql of(Actor actor, RecordType type, String operation, String alias) {
        Set<Scope> scopes = actor.scopes(type.permission(operation));
        return new Walk(actor, !operation.equals("read")).condition(type, scopes, alias);
    }

    /** Whether the actor may read the type at all and sees the record; 403 without the permission. */
    public boolean sees(Handle handle, Actor actor, RecordType type, UUID id) {
        requireReading(actor, type);
        return there(handle, type, id, read(actor, type, "t"));
    }

    /** The same of a row that was read just now. */
    public boolean sees(Actor actor, Row row) {
        requireReading(actor, row.type());
        return holds(actor, row.type(), "read", row);
    }

    private static void requireReading(Actor actor, RecordType type) {
        if (!actor.may(type.permission("read"))) {
            throw ProblemException.forbidden(type.permission("read"));
        }
    }

    /** Whether the permission for an operation reaches a row that was read. */
    public boolean holds(Actor actor, RecordType type, String operation, Row row) {
        Set<Scope> scopes = actor.scopes(type.permission(operation));
        Walk walk = new Walk(actor, !operation.equals("read"));
        if (scopes.isEmpty() || scopes.contains(Scope.ALL)) {
            return !scopes.isEmpty();
        }
        if (walk.own(type, scopes).stream().anyMatch(it -> it.holds(row))
                || walk.ofAccounts(type, scopes).stream().anyMatch(it -> it.holds(row))) {
            return true;
        }
        return !type.visibleThrough().isEmpty()
                && database.<Boolean, RuntimeException>read(
                        handle -> there(handle, type, row.id(), walk.condition(type, scopes, "t")));
    }

    private static boolean there(Handle handle, RecordType type, UUID id, Sql reach) {
        return !reach.isNo()
                && Statements.any(
                        handle,
                        Sql.of("select 1 from " + type.table() + " t where t.id = ? and ", id)
                                .add(reach));
    }

    /**
     * A column whose value is one of those that the actor stands for.
     *
     * @param field null for a column of the system
     */
    private record Among(String column, @Nullable Field field, Collection<?> values) {
        /**
         * Himself with {@code =}, all others with {@code in}, even if it is one: of several {@code =} joined by {@code or}
         * HSQLDB would read by all their indexes and sort, instead of walking along the order.
         */
        boolean himself(Actor actor) {
            return values.equals(List.of(actor.user()));
        }

        boolean holds(Row row) {
            Object value = field != null ? row.get(field.name()) : column.equals("id") ? row.id() : row.createdBy();
            return value != null && values.contains(value);
        }
    }

    private final class Walk {
        private final Actor actor;
        private final boolean carry;
        private final Set<String> on = new HashSet<>();

        Walk(Actor actor, boolean carry) {
            this.actor = actor;
            this.carry = carry;
        }

        Sql condition(RecordType type, Set<Scope> scopes, String alias) {
            if (scopes.isEmpty()) {
                return Sql.no();
            }
            if (scopes.contains(Scope.ALL)) {
                return Sql.yes();
            }
            if (on.size() >= DEEPEST || !on.add(type.name())) {
                return Sql.no();
            }
            List<Sql> any = new ArrayList<>();
            add(any, alias, own(type, scopes));
            add(any, alias, ofAccounts(type, scopes));
            for (String through : type.visibleThrough()) {
                Sql hop = through.contains(".") ? back(through, scopes, alias) : forth(type, through, scopes, alias);
                if (!hop.isNo()) {
                    any.add(hop);
                }
            }
            on.remove(type.name());
            return Sql.join(" or ", any, Sql.no());
        }

        private List<Among> own(RecordType type, Set<Scope> scopes) {
            List<Among> any = new ArrayList<>();
            add(any, type, Meaning.OWNER, List.of(actor.user()));
            if (!reachable(type)) {
                any.add(new Among("created_by", null, List.of(actor.user())));
            }
            if (scopes.contains(Scope.TEAM)) {
                add(any, type, Meaning.TEAM, actor.teams());
            }
            if (scopes.contains(Scope.REGION)) {
                add(any, type, Meaning.REGION, actor.regions());
            }
            return any;
        }

        private List<Among> ofAccounts(RecordType type, Set<Scope> scopes) {
            List<Among> any = new ArrayList<>();
            boolean account = types.isAccount(type);
            if (scopes.contains(Scope.ACCOUNT_TEAM)
                    && (account || type.meaning(Meaning.ACCOUNT).isPresent())) {
                boolean changing = database.<Boolean, RuntimeException>read(Handle::isInTransaction);
                Set<UUID> ids = accounts.of(actor.user(), changing);
                if (account) {
                    any.add(new Among("id", null, ids));
                }
                add(any, type, Meaning.ACCOUNT, ids);
            }
            return any;
        }

        private void add(List<Sql> any, String alias, List<Among> all) {
            for (Among it : all) {
                if (!it.values().isEmpty()) {
                    String column = alias + "." + it.column();
                    any.add(it.himself(actor) ? Sql.of(column + " = ?", actor.user()) : oneOf(column, it.values()));
                }
            }
        }

        private static void add(List<Among> any, RecordType type, Meaning meaning, Collection<?> values) {
            type.meaning(meaning).ifPresent(it -> any.add(new Among(it.column(), it, values)));
        }

        private Sql forth(RecordType type, String through, Set<Scope> scopes, String alias) {
            Field field = type.field(through);
            RecordType target = field == null ? null : types.find(field.ref()).orElse(null);
            if (field == null || target == null) {
                return Sql.no();
            }
            String next = alias + "v";
            Sql reach = condition(target, carry ? scopes : actor.scopes(target.permission("read")), next);
            return exists(target, next, Sql.of(next + ".id = " + column(alias, field)), reach);
        }

        private Sql back(String through, Set<Scope> scopes, String alias) {
            int dot = through.indexOf('.');
            RecordType source = types.find(through.substring(0, dot)).orElse(null);
            Field field = source == null ? null : source.field(through.substring(dot + 1));
            if (source == null || field == null || !Table.refers(field)) {
                return Sql.no();
            }
            String next = alias + "v";
            Sql reach = condition(source, carry ? scopes : actor.scopes(source.permission("read")), next);
            Sql link = field.kind() == Kind.REF
                    ? Sql.of(column(next, field) + " = " + alias + ".id")
                    : Sql.of(next + ".id in (select s.id from " + Table.side(source, field) + " s where s.val = "
                            + alias + ".id)");
            return exists(source, next, link, reach);
        }

        private static Sql exists(RecordType type, String alias, Sql link, Sql reach) {
            if (reach.isNo()) {
                return reach;
            }
            Sql sql = Sql.of("exists (select 1 from " + type.table() + " " + alias + " where ")
                    .add(link);
            return (reach.isYes() ? sql : sql.add(" and ").add(reach)).add(")");
        }
    }

    /** Whether anything but who made it says to whom the record belongs. */
    private static boolean reachable(RecordType type) {
        return !type.visibleThrough().isEmpty()
                || type.declaredFields().stream().anyMatch(it -> it.meaning() != Meaning.NONE);
    }

    private Sql oneOf(String column, Collection<?> ids) {
        if (ids.size() <= LONG || !(ids.iterator().next() instanceof UUID)) {
            return Sql.in(column, ids);
        }
        return Sql.of(
                database.dialect() == Dialect.HSQLDB ? column + " in (unnest(?))" : column + " = any(?)",
                List.copyOf(ids));
    }

    private static String column(String alias, Field field) {
        return alias + "." + field.column();
    }
}
