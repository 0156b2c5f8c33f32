package org.weir.relationship.team;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.weir.store.api.Database;

/** Reads who stands on which account's team. */
final class AccountTeamStore {
    private final Database database;

    AccountTeamStore(Database database) {
        this.database = database;
    }

    /** A part of the triangle as held on a day. */
    record Holder(UUID account, UUID member, String part) {}

    /** Who holds AR, SR and FR of the accounts on the day; the one longest in the part first. */
    List<Holder> triangles(Collection<UUID> accounts, LocalDate day) {
        if (accounts.isEmpty()) {
            return List.of();
        }
        return database.read(
                handle -> handle.createQuery("""
                        select account, member, part from relationship.account_member
                        where (part = 'ar' or part = 'sr' or part = 'fr') and since <= :day and (until is null or until >= :day) and\s""" + database.dialect().oneOf("account", "accounts", accounts)
                                + " order by account, part, since, id")
                        .bind("day", day)
                        .bindArray("accounts", UUID.class, accounts)
                        .map((row, context) -> new Holder(
                                row.getObject("account", UUID.class),
                                row.getObject("member", UUID.class),
                                row.getString("part")))
                        .list());
    }

    Set<UUID> accountsOf(UUID member, LocalDate day) {
        return database.read(handle -> new HashSet<>(handle.createQuery("""
                        select account from relationship.account_member
                        where member = :member and since <= :day and (until is null or until >= :day)
                        """)
                .bind("member", member)
                .bind("day", day)
                .mapTo(UUID.class)
                .list()));
    }

    /** Whether another member holds the part on some day of the period. */
    boolean taken(UUID account, String part, UUID except, LocalDate since, LocalDate until) {
        return database.read(handle -> handle.createQuery("""
                        select count(*) from relationship.account_member
                        where account = :account and part = :part and id <> :except
                        and since <= :until and (until is null or until >= :since)
                        """)
                        .bind("account", account)
                        .bind("part", part)
                        .bind("except", except)
                        .bind("since", since)
                        .bind("until", until)
                        .mapTo(Long.class)
                        .one()
                > 0);
    }

    /** The day in UTC, on which terms are compared. */
    static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, java.time.ZoneOffset.UTC);
    }
}
