package org.weir.relationship.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory;

/** The people of the demo company. Everybody has the same known password, which the sign-in page tells. */
final class DemoPeople {
    static final String PASSWORD = "channel-deep-dam-low";

    private final Directory directory;
    private final Access access;
    private final Actor system;
    private final Map<String, UUID> teams = new LinkedHashMap<>();
    private final Map<String, UUID> people = new LinkedHashMap<>();

    DemoPeople(Directory directory, Access access, Actor system) {
        this.directory = directory;
        this.access = access;
        this.system = system;
    }

    void make() {
        team("company", "Demo company", null);
        team("africa", "Southern Africa", "company");
        team("europe", "Europe", "company");
        team("china", "中国区", "company");
        team("china-west", "西南代表处", "china");
        person("lindiwe", "Lindiwe Wessels", "en", "Africa/Johannesburg", "africa", "africa", "account-responsible");
        person("maria", "Maria Almeida", "en", "Africa/Luanda", "africa", "africa", "account-responsible");
        person("tangning", "Tang Ning 唐宁", "zh-CN", "Africa/Johannesburg", "africa", "africa", "solution-responsible");
        person("james", "James Okafor", "en", "Africa/Johannesburg", "africa", "africa", "fulfilment-responsible");
        person("tom", "Tom Brandt", "en", "Europe/Berlin", "europe", "eu", "account-responsible");
        person("sven", "Sven Keller", "en", "Europe/Zurich", "europe", "eu", "solution-responsible");
        person("priya", "Priya Desai", "en", "Europe/London", "europe", "eu", "fulfilment-responsible");
        person("anna", "Anna Bergström", "en", "Europe/Stockholm", "europe", "eu", "region-manager");
        person("wangfang", "王芳", "zh-CN", "Asia/Shanghai", "china-west", "cn", "account-responsible");
        person("liwei", "李伟", "zh-CN", "Asia/Shanghai", "china", "cn", "solution-responsible");
        person("chenjing", "陈静", "zh-CN", "Asia/Shanghai", "china", "cn", "fulfilment-responsible");
        person("zhaomin", "赵敏", "zh-CN", "Asia/Shanghai", "china", "cn", "region-manager");
        person("demo-admin", "Demo Administrator", "en", "UTC", "company", "eu", "administrator");
    }

    UUID id(String login) {
        return java.util.Objects.requireNonNull(people.get(login), login);
    }

    UUID team(String code) {
        return java.util.Objects.requireNonNull(teams.get(code), code);
    }

    /** Acting as the person, so that history tells who did what. */
    Actor actor(String login) {
        return access.actor(id(login));
    }

    private void team(String code, String name, @Nullable String parent) {
        teams.put(code, directory.saveTeam(system, null, name, parent == null ? null : team(parent)));
    }

    private void person(
            String login, String name, String language, String zone, String team, String region, String role) {
        Directory.User user = new Directory.User(
                null,
                login,
                name,
                login + "@demo.weir.example",
                language,
                zone,
                team(team),
                Set.of(region),
                Set.of(role),
                true);
        people.put(login, directory.save(system, user, PASSWORD));
    }
}
