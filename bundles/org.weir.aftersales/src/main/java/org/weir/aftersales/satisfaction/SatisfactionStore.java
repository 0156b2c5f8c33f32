package org.weir.aftersales.satisfaction;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;
import org.weir.store.api.Database;

/** Reads what customers think, in figures. */
final class SatisfactionStore {
    private final Database database;

    SatisfactionStore(Database database) {
        this.database = database;
    }

    /** @param sum of all scores, {@code bad} how many were 1 or 2 */
    record Answers(long number, long sum, long bad) {
        /** With one decimal. */
        BigDecimal average() {
            return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(number), 1, RoundingMode.HALF_UP);
        }
    }

    Answers of(UUID account) {
        return database.read(handle -> handle.createQuery("""
                        select count(*) as number, coalesce(sum(score), 0) as total,
                          coalesce(sum(case when score <= 2 then 1 else 0 end), 0) as bad
                        from aftersales.satisfaction where account = :account
                        """)
                .bind("account", account)
                .map((row, context) -> new Answers(row.getLong("number"), row.getLong("total"), row.getLong("bad")))
                .one());
    }
}
