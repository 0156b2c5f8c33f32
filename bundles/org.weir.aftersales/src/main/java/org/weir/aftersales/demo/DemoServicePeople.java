package org.weir.aftersales.demo;

import java.util.Set;
import java.util.UUID;
import org.weir.access.api.Directory;
import org.weir.records.api.Filter;
import org.weir.records.api.Query;
import org.weir.records.api.Row;

/** Service managers and field engineers of the demo company, and the accounts whose service they manage. */
final class DemoServicePeople {
    private static final String PASSWORD = "channel-deep-dam-low";
    private static final int SINCE_DAYS = 400;

    private final DemoDesk desk;

    DemoServicePeople(DemoDesk desk) {
        this.desk = desk;
    }

    void make() {
        person("grace", "Grace Mensah", "en", "Africa/Johannesburg", "Southern Africa", "africa", "service-manager");
        person("kofi", "Kofi Asante", "en", "Africa/Johannesburg", "Southern Africa", "africa", "field-engineer");
        person("jan", "Jan Visser", "en", "Europe/Amsterdam", "Europe", "eu", "service-manager");
        person("petra", "Petra Lindner", "en", "Europe/Berlin", "Europe", "eu", "field-engineer");
        person("mei", "梅雪", "zh-CN", "Asia/Shanghai", "中国区", "cn", "service-manager");
        looksAfter("grace", "africa");
        looksAfter("jan", "eu");
        looksAfter("mei", "cn");
    }

    private void person(
            String login, String name, String language, String zone, String team, String region, String role) {
        UUID of = desk.directory.teams().stream()
                .filter(it -> it.name().equals(team))
                .map(Directory.Team::id)
                .findFirst()
                .orElse(null);
        desk.directory.save(
                desk.system,
                new Directory.User(
                        null,
                        login,
                        name,
                        login + "@demo.weir.example",
                        language,
                        zone,
                        of,
                        Set.of(region),
                        Set.of(role),
                        true),
                PASSWORD);
    }

    /** The strategic and partner accounts of the region have a service manager by name. */
    private void looksAfter(String login, String region) {
        UUID manager = desk.user(login);
        Query query = Query.all("account")
                .where(Filter.eq("region", region))
                .where(new Filter.Condition("grade", Filter.Op.IN, java.util.List.of("s", "a")))
                .limit(500);
        for (Row account : desk.records.list(desk.system, query).rows()) {
            desk.create(
                    desk.system,
                    "account-member",
                    "account",
                    account.id(),
                    "member",
                    manager,
                    "part",
                    "service",
                    "since",
                    desk.today().minusDays(SINCE_DAYS));
        }
    }
}
