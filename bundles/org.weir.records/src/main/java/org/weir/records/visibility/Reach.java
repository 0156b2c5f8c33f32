package org.weir.records.visibility;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.weir.access.api.Actor;
import org.weir.access.api.Scope;
import org.weir.records.api.Field;
import org.weir.records.api.Field.Kind;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordType;
import org.weir.records.api.RecordTypes;
import org.weir.records.row.Sql;
import org.weir.records.row.Table;
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

    private final RecordTypes types;
    private final AccountsOfUser accounts;
    private final Database database;

    public Reach(RecordTypes types, AccountsOfUser accounts, Database database) {
        this.types = types;
        this.accounts = accounts;
        this.database = database;
    }

    /** Something has changed in the transaction under way, or without one: whose accounts are whose may have too. */
    public void changed() {
        accounts.forget();
        database.afterEnd(accounts::forget);
    }

    public Sql read(Actor actor, RecordType type, String alias) {
        return of(actor, type, "read", alias);
    }

    /** @param operation {@code read, update, delete} or the name of an action */
    public Sql of(Actor actor, RecordType type, String operation, String alias) {
        Set<Scope> scopes = actor.scopes(type.permission(operation));
        return new Walk(actor, !operation.equals("read")).condition(type, scopes, alias);
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
            List<Sql> any = own(type, scopes, alias);
            for (String through : type.visibleThrough()) {
                Sql hop = through.contains(".") ? back(through, scopes, alias) : forth(type, through, scopes, alias);
                if (!hop.isNo()) {
                    any.add(hop);
                }
            }
            on.remove(type.name());
            return Sql.join(" or ", any, Sql.no());
        }

        private List<Sql> own(RecordType type, Set<Scope> scopes, String alias) {
            List<Sql> any = new ArrayList<>();
            type.meaning(Meaning.OWNER).ifPresent(it -> any.add(is(alias, it, actor.user())));
            if (!reachable(type)) {
                any.add(Sql.of(alias + ".created_by = ?", actor.user()));
            }
            if (scopes.contains(Scope.TEAM)) {
                type.meaning(Meaning.TEAM).ifPresent(it -> add(any, Sql.in(column(alias, it), actor.teams())));
            }
            if (scopes.contains(Scope.REGION)) {
                type.meaning(Meaning.REGION).ifPresent(it -> add(any, Sql.in(column(alias, it), actor.regions())));
            }
            if (scopes.contains(Scope.ACCOUNT_TEAM)) {
                ofAccounts(type, alias, any);
            }
            return any;
        }

        private void ofAccounts(RecordType type, String alias, List<Sql> any) {
            boolean account = isAccount(type);
            if (account || type.meaning(Meaning.ACCOUNT).isPresent()) {
                boolean changing = database.<Boolean, RuntimeException>read(Handle::isInTransaction);
                Set<UUID> ids = accounts.of(actor.user(), changing);
                if (account) {
                    add(any, oneOf(alias + ".id", ids));
                }
                type.meaning(Meaning.ACCOUNT).ifPresent(it -> add(any, oneOf(column(alias, it), ids)));
            }
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

    private boolean isAccount(RecordType type) {
        return type.name().equals("account")
                || types.all().stream().anyMatch(it -> it.meaning(Meaning.ACCOUNT)
                        .filter(field -> field.ref().equals(type.name()))
                        .isPresent());
    }

    private Sql oneOf(String column, Collection<UUID> ids) {
        if (ids.size() <= LONG) {
            return Sql.in(column, ids);
        }
        return Sql.of(
                database.dialect() == Dialect.HSQLDB ? column + " in (unnest(?))" : column + " = any(?)",
                List.copyOf(ids));
    }

    private static void add(List<Sql> any, Sql condition) {
        if (!condition.isNo()) {
            any.add(condition);
        }
    }

    private static Sql is(String alias, Field field, UUID value) {
        return Sql.of(column(alias, field) + " = ?", value);
    }

    private static String column(String alias, Field field) {
        return alias + "." + field.column();
    }
}
