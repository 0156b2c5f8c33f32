package org.weir.solution.configuration;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.weir.base.api.Ids;
import org.weir.store.api.Database;

/** Site types of configurations, their choices, and what undo needs. */
final class ConfigurationStore {
    private final Database database;

    ConfigurationStore(Database database) {
        this.database = database;
    }

    /** @param choices by site type, in the order they were made */
    record Content(long revision, List<SiteType> siteTypes, Map<UUID, List<Chosen>> choices, boolean undoable) {
        List<Chosen> of(UUID siteType) {
            return choices.getOrDefault(siteType, List.of());
        }
    }

    /** @param model the product-model record */
    record Head(UUID model, String currency) {}

    /** A change that can be undone. */
    record Step(UUID id, UUID siteType, String what, List<Chosen> before) {}

    Optional<Head> head(UUID configuration) {
        return database.read(handle -> handle.createQuery("""
                        select c.model, coalesce(c.currency, m.currency) as currency
                        from solution.configuration c join solution.product_model m on m.id = c.model
                        where c.id = :id""")
                .bind("id", configuration)
                .map((row, context) -> new Head(row.getObject("model", UUID.class), row.getString("currency")))
                .findOne());
    }

    Content content(UUID configuration) {
        return database.read(handle -> new Content(
                revision(handle, configuration),
                siteTypes(handle, configuration),
                choices(handle, configuration),
                last(configuration).isPresent()));
    }

    private static long revision(Handle handle, UUID configuration) {
        return handle.createQuery("select revision from solution.configuration_state where configuration = :id")
                .bind("id", configuration)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    private static List<SiteType> siteTypes(Handle handle, UUID configuration) {
        Map<UUID, List<UUID>> sites = new LinkedHashMap<>();
        handle.createQuery("""
                        select s.site_type, s.site from solution.site_type_site s
                        join solution.site_type t on t.id = s.site_type
                        where t.configuration = :id order by s.site_type, s.pos""")
                .bind("id", configuration)
                .map((row, context) -> sites.computeIfAbsent(
                                row.getObject("site_type", UUID.class), it -> new ArrayList<>())
                        .add(row.getObject("site", UUID.class)))
                .list();
        return handle.createQuery(
                        "select id, name, sites from solution.site_type where configuration = :id order by pos, id")
                .bind("id", configuration)
                .map((row, context) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new SiteType(
                            id, row.getString("name"), row.getInt("sites"), sites.getOrDefault(id, List.of()));
                })
                .list();
    }

    private static Map<UUID, List<Chosen>> choices(Handle handle, UUID configuration) {
        Map<UUID, List<Chosen>> choices = new LinkedHashMap<>();
        handle.createQuery("""
                        select c.site_type, c.feature, c.taken, c.val, c.who from solution.choice c
                        join solution.site_type t on t.id = c.site_type
                        where t.configuration = :id order by c.site_type, c.pos""")
                .bind("id", configuration)
                .map((row, context) -> choices.computeIfAbsent(
                                row.getObject("site_type", UUID.class), it -> new ArrayList<>())
                        .add(new Chosen(
                                row.getString("feature"),
                                row.getBoolean("taken"),
                                row.getString("val"),
                                Who.of(row.getString("who")))))
                .list();
        return choices;
    }

    /** Moves the revision on. False when it is not any more the one expected: somebody was faster. */
    boolean advance(UUID configuration, long from) {
        return database.write(handle -> {
            int changed = handle.createUpdate("""
                            update solution.configuration_state set revision = :next
                            where configuration = :id and revision = :from""")
                    .bind("id", configuration)
                    .bind("from", from)
                    .bind("next", from + 1)
                    .execute();
            if (changed == 0 && from == 0 && revision(handle, configuration) == 0) {
                changed = handle.createUpdate(
                                "insert into solution.configuration_state (configuration, revision) values (:id, 1)")
                        .bind("id", configuration)
                        .execute();
            }
            return changed == 1;
        });
    }

    void addSiteType(UUID configuration, SiteType type, int position) {
        database.perform(handle -> {
            handle.createUpdate("""
                            insert into solution.site_type (id, configuration, pos, name, sites)
                            values (:id, :configuration, :pos, :name, :sites)""")
                    .bind("id", type.id())
                    .bind("configuration", configuration)
                    .bind("pos", position)
                    .bind("name", type.name())
                    .bind("sites", type.count())
                    .execute();
            sites(handle, type);
        });
    }

    void changeSiteType(SiteType type) {
        database.perform(handle -> {
            handle.createUpdate("update solution.site_type set name = :name, sites = :sites where id = :id")
                    .bind("id", type.id())
                    .bind("name", type.name())
                    .bind("sites", type.count())
                    .execute();
            handle.createUpdate("delete from solution.site_type_site where site_type = :id")
                    .bind("id", type.id())
                    .execute();
            sites(handle, type);
        });
    }

    private static void sites(Handle handle, SiteType type) {
        for (int i = 0; i < type.sites().size(); i++) {
            handle.createUpdate("insert into solution.site_type_site (site_type, pos, site) values (:id, :pos, :site)")
                    .bind("id", type.id())
                    .bind("pos", i)
                    .bind("site", type.sites().get(i))
                    .execute();
        }
    }

    void removeSiteType(UUID siteType) {
        database.perform(handle -> {
            handle.createUpdate("delete from solution.choice_step where site_type = :id")
                    .bind("id", siteType)
                    .execute();
            handle.createUpdate("delete from solution.site_type where id = :id")
                    .bind("id", siteType)
                    .execute();
        });
    }

    void saveChoices(UUID siteType, List<Chosen> choices) {
        database.perform(handle -> {
            handle.createUpdate("delete from solution.choice where site_type = :id")
                    .bind("id", siteType)
                    .execute();
            if (choices.isEmpty()) {
                return;
            }
            PreparedBatch batch = handle.prepareBatch("""
                    insert into solution.choice (site_type, pos, feature, taken, val, who)
                    values (:id, :pos, :feature, :taken, :val, :who)""");
            for (int i = 0; i < choices.size(); i++) {
                Chosen it = choices.get(i);
                batch.bind("id", siteType)
                        .bind("pos", i)
                        .bind("feature", it.feature())
                        .bind("taken", it.taken())
                        .bind("val", it.value())
                        .bind("who", it.who().key())
                        .add();
            }
            batch.execute();
        });
    }

    void remember(UUID configuration, long revision, Step step, UUID by, Instant at) {
        database.perform(handle -> handle.createUpdate("""
                        insert into solution.choice_step
                          (id, configuration, revision, site_type, taken_at, by_user, what, before_choices)
                        values (:id, :configuration, :revision, :type, :at, :by, :what, :before)""")
                .bind("id", Ids.next())
                .bind("configuration", configuration)
                .bind("revision", revision)
                .bind("type", step.siteType())
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("by", by)
                .bind("what", step.what().length() > 1000 ? step.what().substring(0, 1000) : step.what())
                .bind("before", Chosen.write(step.before()))
                .execute());
    }

    /** The last change that can be undone. */
    Optional<Step> last(UUID configuration) {
        return database.read(handle -> handle.createQuery("""
                        select id, site_type, what, before_choices from solution.choice_step
                        where configuration = :id order by revision desc limit 1""")
                .bind("id", configuration)
                .map((row, context) -> new Step(
                        row.getObject("id", UUID.class),
                        row.getObject("site_type", UUID.class),
                        row.getString("what"),
                        Chosen.read(row.getString("before_choices"))))
                .findOne());
    }

    void forget(UUID step) {
        database.perform(handle -> handle.createUpdate("delete from solution.choice_step where id = :id")
                .bind("id", step)
                .execute());
    }
}
