package org.weir.store.schema;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.weir.store.transaction.Transactions;

/** Remembers which files each schema was last migrated with, because asking Flyway costs 100 ms and more. */
final class Fingerprints {
    private static final List<String> TABLE = List.of("create schema if not exists store", """
            create table if not exists store.migrated (
              name varchar(63) not null primary key,
              fingerprint varchar(64) not null,
              migrated_at timestamp(6) with time zone not null
            )""", """
            create table if not exists store.files (
              name varchar(63) not null,
              file varchar(200) not null,
              body text not null,
              primary key (name, file)
            )""");
    private static final int COUNT = 2;

    private final Transactions transactions;
    private final Clock clock;

    Fingerprints(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Makes the table unless it is there; does not write otherwise, so that a full disk can still be read. */
    void prepare(OneNode oneNode) {
        if (!there()) {
            oneNode.atATime(this::make);
        }
    }

    private boolean there() {
        return transactions.read(
                handle -> handle.createQuery("""
                                select count(*) from information_schema.tables
                                where lower(table_schema) = 'store' and lower(table_name) in ('migrated', 'files')
                                """).mapTo(Integer.class).one() == COUNT);
    }

    private void make() {
        if (there()) {
            return;
        }
        transactions.write(handle -> {
            TABLE.forEach(handle::execute);
            // what was migrated before the files were kept is looked at once more
            return handle.execute("delete from store.migrated");
        });
    }

    boolean matches(String schema, String fingerprint) {
        return transactions.read(
                handle -> handle.createQuery("select fingerprint from store.migrated where name = :name")
                        .bind("name", schema)
                        .mapTo(String.class)
                        .findOne()
                        .filter(fingerprint::equals)
                        .isPresent());
    }

    /** The files are kept as well, so that an archive can make the schema anew without its bundle. */
    void remember(String schema, String fingerprint, Collection<MigrationFile> files) {
        Instant now = clock.instant();
        transactions.write(handle -> {
            handle.createUpdate("delete from store.migrated where name = :name")
                    .bind("name", schema)
                    .execute();
            handle.createUpdate("delete from store.files where name = :name")
                    .bind("name", schema)
                    .execute();
            for (MigrationFile file : files) {
                handle.createUpdate("insert into store.files (name, file, body) values (:name, :file, :body)")
                        .bind("name", schema)
                        .bind("file", file.name())
                        .bind("body", file.sql())
                        .execute();
            }
            return handle.createUpdate(
                            "insert into store.migrated (name, fingerprint, migrated_at) values (:name, :f, :at)")
                    .bind("name", schema)
                    .bind("f", fingerprint)
                    .bind("at", now)
                    .execute();
        });
    }
}
