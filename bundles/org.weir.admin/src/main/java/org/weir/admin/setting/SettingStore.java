package org.weir.admin.setting;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.weir.store.api.Database;

/** What administrators have set, as text. */
final class SettingStore {
    private final Database database;

    SettingStore(Database database) {
        this.database = database;
    }

    /** By pid and name. */
    Map<String, Map<String, String>> all() {
        Map<String, Map<String, String>> result = new TreeMap<>();
        List<Row> rows = database.read(handle -> handle.createQuery("select pid, name, setting from admin.settings")
                .map((row, context) -> new Row(row.getString("pid"), row.getString("name"), row.getString("setting")))
                .list());
        rows.forEach(
                it -> result.computeIfAbsent(it.pid(), pid -> new TreeMap<>()).put(it.name(), it.setting()));
        return result;
    }

    private record Row(String pid, String name, String setting) {}

    Map<String, String> of(String pid) {
        return all().getOrDefault(pid, Map.of());
    }

    /** @param setting null for what the bundle itself proposes */
    void put(String pid, String name, @Nullable String setting) {
        database.<RuntimeException>perform(handle -> {
            handle.createUpdate("delete from admin.settings where pid = :pid and name = :name")
                    .bind("pid", pid)
                    .bind("name", name)
                    .execute();
            if (setting != null) {
                handle.createUpdate("insert into admin.settings (pid, name, setting) values (:pid, :name, :setting)")
                        .bind("pid", pid)
                        .bind("name", name)
                        .bind("setting", setting)
                        .execute();
            }
        });
    }
}
