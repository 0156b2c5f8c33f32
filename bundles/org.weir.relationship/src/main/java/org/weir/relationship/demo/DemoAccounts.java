package org.weir.relationship.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.records.api.Draft;
import org.weir.records.api.Records;

/** The customers of the demo company: four groups, of up to four levels, and companies on their own. All are invented. */
final class DemoAccounts {
    private final Records records;
    private final DemoPeople people;
    private final Actor system;
    private final LocalDate today;
    private final List<Customer> customers = new ArrayList<>();

    DemoAccounts(Records records, DemoPeople people, Actor system, LocalDate today) {
        this.records = records;
        this.people = people;
        this.system = system;
        this.today = today;
    }

    /**
     * @param style which names and words fit its people: africa, europe or china
     * @param ar login of the account responsible
     */
    record Customer(UUID id, String name, String style, String grade, String ar, String sr, String fr) {}

    List<Customer> make() {
        southernAfrica();
        europe();
        china();
        return customers;
    }

    private void southernAfrica() {
        UUID meridian = group("Meridian Group", "", "s", "ZA", "Johannesburg", "africa", null, "lindiwe");
        String[][] meridianCompanies = {
            {"Meridian South Africa", "ZA", "Johannesburg"}, {"Meridian Ghana", "GH", "Accra"},
            {"Meridian Uganda", "UG", "Kampala"}, {"Meridian Zambia", "ZM", "Lusaka"},
            {"Meridian Rwanda", "RW", "Kigali"}, {"Meridian Cameroon", "CM", "Douala"},
            {"Meridian Benin", "BJ", "Cotonou"}, {"Meridian Congo", "CG", "Brazzaville"},
            {"Meridian Liberia", "LR", "Monrovia"}, {"Meridian Eswatini", "SZ", "Mbabane"},
        };
        for (String[] it : meridianCompanies) {
            company(it[0], "", it[0].endsWith("Africa") ? "s" : "b", it[1], it[2], "africa", meridian, "lindiwe", true);
        }
        UUID savanna = group("Savanna Mobile", "", "s", "ZA", "Cape Town", "africa", null, "lindiwe");
        company("Savanna Mobile Mozambique", "", "a", "MZ", "Maputo", "africa", savanna, "lindiwe", false);
        company("Savanna Mobile Lesotho", "", "b", "LS", "Maseru", "africa", savanna, "lindiwe", true);
        company("Savanna Mobile Tanzania", "", "a", "TZ", "Dar es Salaam", "africa", savanna, "lindiwe", true);
        company("Atlântico", "", "a", "AO", "Luanda", "africa", null, "maria", true);
        company("Zambezi Wireless", "", "a", "ZW", "Harare", "africa", null, "maria", false);
        company("Kalahari Com", "", "a", "BW", "Gaborone", "africa", null, "maria", true);
        company("Namib Telecom", "", "a", "NA", "Windhoek", "africa", null, "maria", true);
        company("Lakeside Mobile", "", "a", "MW", "Lilongwe", "africa", null, "lindiwe", true);
        company("Okavango Power", "", "b", "BW", "Maun", "africa", null, "maria", true);
        company("Cape Rail Signalling", "", "c", "ZA", "Cape Town", "africa", null, "lindiwe", true);
    }

    private void europe() {
        UUID nordlicht = group("Nordlicht Energie Holding", "", "s", "DE", "Hamburg", "eu", null, "tom");
        UUID netze = company("Nordlicht Netze", "", "a", "DE", "Hamburg", "eu", nordlicht, "tom", true);
        UUID nord = company("Nordlicht Netze Nord", "", "b", "DE", "Kiel", "eu", netze, "tom", true);
        company("Nordlicht Netze Nord Fernwirktechnik", "", "c", "DE", "Flensburg", "eu", nord, "tom", true);
        company("Nordlicht Polska", "", "b", "PL", "Gdańsk", "eu", nordlicht, "tom", true);
        company("Rhône Transports Publics", "", "a", "FR", "Lyon", "eu", null, "tom", true);
        company("Alpenbahn Infrastruktur", "", "a", "CH", "Chur", "eu", null, "tom", false);
        company("Fjordnett", "", "b", "NO", "Bergen", "eu", null, "tom", true);
        company("Stadtwerke Auenthal", "", "c", "DE", "Auenthal", "eu", null, "tom", true);
        company("Gemeenteraad Zuiderhaven", "", "c", "NL", "Zuiderhaven", "eu", null, "tom", true);
        company("Ibérica Datos", "", "b", "ES", "Zaragoza", "eu", null, "tom", true);
    }

    private void china() {
        UUID river = group("River Telecom Group", "江河通信集团", "s", "CN", "成都", "cn", null, "wangfang");
        UUID sichuan = company("River Telecom Sichuan", "江河通信四川公司", "s", "CN", "成都", "cn", river, "wangfang", true);
        company("River Telecom Chengdu", "江河通信成都分公司", "a", "CN", "成都", "cn", sichuan, "wangfang", true);
        company("River Telecom Dujiangyan", "江河通信都江堰分公司", "b", "CN", "都江堰", "cn", sichuan, "wangfang", true);
        company("River Telecom Yunnan", "江河通信云南公司", "a", "CN", "昆明", "cn", river, "wangfang", true);
        company("River Telecom Guizhou", "江河通信贵州公司", "b", "CN", "贵阳", "cn", river, "wangfang", false);
        company("Jinsha Hydropower", "金沙水电", "a", "CN", "宜宾", "cn", null, "wangfang", true);
        company("West Metro", "西部地铁", "a", "CN", "重庆", "cn", null, "wangfang", true);
        company("Tianfu Public Services", "天府公共服务", "b", "CN", "成都", "cn", null, "wangfang", true);
        company("Min River Water", "岷江水务", "c", "CN", "乐山", "cn", null, "wangfang", true);
    }

    private UUID group(
            String name,
            String local,
            String grade,
            String country,
            String city,
            String region,
            @Nullable UUID parent,
            String ar) {
        return account("group", name, local, grade, country, city, region, parent, ar, true);
    }

    private UUID company(
            String name,
            String local,
            String grade,
            String country,
            String city,
            String region,
            @Nullable UUID parent,
            String ar,
            boolean wholeTriangle) {
        return account(
                parent == null ? "company" : "subsidiary",
                name,
                local,
                grade,
                country,
                city,
                region,
                parent,
                ar,
                wholeTriangle);
    }

    private UUID account(
            String kind,
            String name,
            String local,
            String grade,
            String country,
            String city,
            String region,
            @Nullable UUID parent,
            String ar,
            boolean wholeTriangle) {
        String style = region.equals("eu") ? "europe" : region.equals("cn") ? "china" : "africa";
        String sr = style.equals("europe") ? "sven" : style.equals("china") ? "liwei" : "tangning";
        String fr = style.equals("europe") ? "priya" : style.equals("china") ? "chenjing" : "james";
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", name);
        put(values, "nameLocal", local);
        values.put("kind", kind);
        put(values, "parent", parent);
        values.put("grade", grade);
        values.put("country", country);
        values.put("region", region);
        values.put("city", city);
        values.put("owner", people.id(ar));
        values.put("team", people.team(ar.equals("wangfang") ? "china-west" : style));
        UUID id = records.create(system, Draft.create("account", values)).id();
        member(id, ar, "ar", 900);
        if (!grade.equals("c")) {
            member(id, sr, "sr", 700);
        }
        if (wholeTriangle && !grade.equals("c")) {
            member(id, fr, "fr", 500);
        }
        customers.add(new Customer(id, local.isEmpty() ? name : local, style, grade, ar, sr, fr));
        return id;
    }

    private void member(UUID account, String login, String part, int days) {
        Map<String, Object> values =
                Map.of("account", account, "member", people.id(login), "part", part, "since", today.minusDays(days));
        Objects.requireNonNull(records.create(system, Draft.create("account-member", values)));
    }

    private static void put(Map<String, Object> values, String field, @Nullable Object value) {
        if (value != null && !"".equals(value)) {
            values.put(field, value);
        }
    }
}
