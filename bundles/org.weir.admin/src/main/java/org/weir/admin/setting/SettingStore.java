package org.weir.admin.setting;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.base.api.ProblemException;
import org.weir.store.api.Database;
import org.weir.store.api.Seal;

/** What administrators have set, as text. */
final class SettingStore {
    private static final Logger LOG = LoggerFactory.getLogger(SettingStore.class);
    private static final String PLACE = "admin.settings.setting";

    private final Database database;
    private final Seal seal;
    private final Set<Row> unread = ConcurrentHashMap.newKeySet();

    SettingStore(Database database, Seal seal) {
        this.database = database;
        this.seal = seal;
    }

    /** By pid and name, opened; what cannot be opened is left out. */
    Map<String, Map<String, String>> all() {
        Map<String, Map<String, String>> result = new TreeMap<>();
        List<Row> rows = rows();
        for (Row row : rows) {
            String opened = opened(row);
            if (opened != null) {
                result.computeIfAbsent(row.pid(), pid -> new TreeMap<>()).put(row.name(), opened);
            }
        }
        return result;
    }

    private @Nullable String opened(Row row) {
        try {
            return seal.open(PLACE, place(row.pid(), row.name()), row.setting());
        } catch (ProblemException closed) {
            if (unread.add(row)) {
                LOG.error("The setting {} of {} cannot be read: {}", row.name(), row.pid(), closed.getMessage());
            }
            return null;
        }
    }

    /** Seals with today's key what lies otherwise. */
    void sealAnew(String pid, String name) {
        rows().stream()
                .filter(it -> it.pid().equals(pid) && it.name().equals(name) && !seal.current(it.setting()))
                .forEach(it -> {
                    String opened = opened(it);
                    if (opened != null) {
                        put(pid, name, opened, true);
                        LOG.info("The setting {} of {} is sealed anew", name, pid);
                    }
                });
    }

    private static String place(String pid, String name) {
        return pid + " " + name;
    }

    private List<Row> rows() {
        return database.read(handle -> handle.createQuery("select pid, name, setting from admin.settings")
                .map((row, context) -> new Row(row.getString("pid"), row.getString("name"), row.getString("setting")))
                .list());
    }

    private record Row(String pid, String name, String setting) {}

    Map<String, String> of(String pid) {
        return all().getOrDefault(pid, Map.of());
    }

    /** @param setting null for what the bundle itself proposes; @param secret whether it lies sealed */
    void put(String pid, String name, @Nullable String setting, boolean secret) {
        String kept = setting != null && secret ? seal.seal(PLACE, place(pid, name), setting) : setting;
        database.<RuntimeException>perform(handle -> {
            handle.createUpdate("delete from admin.settings where pid = :pid and name = :name")
                    .bind("pid", pid)
                    .bind("name", name)
                    .execute();
            if (kept != null) {
                handle.createUpdate("insert into admin.settings (pid, name, setting) values (:pid, :name, :setting)")
                        .bind("pid", pid)
                        .bind("name", name)
                        .bind("setting", kept)
                        .execute();
            }
        });
    }
}
