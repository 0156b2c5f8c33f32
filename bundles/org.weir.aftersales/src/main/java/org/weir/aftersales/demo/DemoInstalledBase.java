package org.weir.aftersales.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.aftersales.api.AftersalesTypes;
import org.weir.base.api.Money;
import org.weir.records.api.Row;

/** What was there before: systems kept by hand in three regions, some out of warranty, some another vendor's. */
final class DemoInstalledBase {
    /** Account; site, city, country, zone; system; accepted days ago; warranty in months; manager; other vendor. */
    private static final String SYSTEMS = """
            Meridian Ghana|Accra Ring Road|Accra|GH|Africa/Accra|Radio access|685|24|grace|
            Savanna Mobile Tanzania|Dar es Salaam Port|Dar es Salaam|TZ|Africa/Dar_es_Salaam|Site energy|800|24|grace|
            Savanna Mobile Tanzania|Morogoro Hill|Morogoro|TZ|Africa/Dar_es_Salaam|Site energy|310|24|grace|
            Kalahari Com|Gaborone Depot|Gaborone|BW|Africa/Gaborone|Microwave link|1400|36|grace|Altavia
            Namib Telecom|Walvis Bay|Walvis Bay|NA|Africa/Windhoek|Site energy|120|24|grace|
            Nordlicht Netze|Umspannwerk Harburg|Hamburg|DE|Europe/Berlin|Grid telecontrol|410|36|jan|
            Rhône Transports Publics|Dépôt Vaise|Lyon|FR|Europe/Paris|Tram radio|705|24|jan|
            Alpenbahn Infrastruktur|Tunnel Nordportal|Chur|CH|Europe/Zurich|Tunnel radio|260|24|jan|
            Fjordnett|Fløyen|Bergen|NO|Europe/Oslo|Radio access|690|24|jan|
            River Telecom Sichuan|高新西区|成都|CN|Asia/Shanghai|基站电源|500|24|mei|
            River Telecom Chengdu|天府广场|成都|CN|Asia/Shanghai|基站电源|699|24|mei|
            West Metro|重庆北站|重庆|CN|Asia/Shanghai|车地无线|900|24|mei|
            Jinsha Hydropower|一级电站|宜宾|CN|Asia/Shanghai|厂用通信电源|220|36|mei|
            """;

    /** System; unit; item; how many; version; maker of third-party units. */
    private static final String UNITS = """
            Radio access|Baseband unit|BBU-5|1|21.3|
            Radio access|Remote radio|RRU-8|6|21.3|
            Radio access|GPS receiver|GPS-1|1|1.4|Altavia
            Site energy|Rectifier 3 kW|RECT-3|3|V2.0|
            Site energy|Controller|CTRL-2|1|V3.1|
            Site energy|Lithium battery 100 Ah|LFP-100|4|B|
            Site energy|Diesel generator 20 kVA|GEN-20|1||Umoja Motors
            Microwave link|Outdoor unit 18 GHz|ODU-18|2|4.2|Altavia
            Microwave link|Indoor unit|IDU-1|2|4.2|Altavia
            Grid telecontrol|Remote terminal unit|RTU-4|2|5.0|
            Grid telecontrol|Ring switch|SW-16|4|9.1|
            Tram radio|Base station|TBS-2|2|12.0|
            Tram radio|Dispatcher desk|DSP-1|3|12.0|
            Tunnel radio|Repeater|REP-4|8|3.3|
            Tunnel radio|Leaky feeder amplifier|AMP-2|4|3.0|Gotthard RF
            基站电源|整流模块|RECT-3|4|V2.0|
            基站电源|监控单元|CTRL-2|1|V3.1|
            基站电源|锂电池组 100 Ah|LFP-100|6|B|
            车地无线|轨旁基站|TBS-2|4|12.0|
            车地无线|核心交换机|SW-48|2|9.1|华山网络
            厂用通信电源|整流模块|RECT-3|6|V2.1|
            厂用通信电源|蓄电池组 300 Ah|VRLA-300|2||长江电池
            """;

    /** Account; name; SLA; since days ago; until days ahead; fee; currency. */
    private static final String CONTRACTS = """
            Meridian Ghana|Radio access, care|Gold 24×7|685|45|31200|USD
            Savanna Mobile Tanzania|Site energy, care|Standard 8×5|800|330|18400|USD
            Kalahari Com|Network care with other vendors|Standard 8×5|600|-12|9600|USD
            Nordlicht Netze|Telecontrol, Vollservice|Gold 24×7|410|690|88000|EUR
            Rhône Transports Publics|Radio tramway, maintenance|Standard 8×5|705|25|42500|EUR
            Fjordnett|Radio access, support|Standard 8×5|690|40|12800|EUR
            River Telecom Sichuan|基站电源代维|Gold 24×7|500|230|360000|CNY
            West Metro|车地无线维保|Standard 8×5|900|55|520000|CNY
            """;

    private static final int FIRST_SERIAL = 70_113;
    private static final int STEP = 41;

    private final DemoDesk desk;
    private int serial = FIRST_SERIAL;

    DemoInstalledBase(DemoDesk desk) {
        this.desk = desk;
    }

    void make() {
        SYSTEMS.lines().map(DemoInstalledBase::cut).forEach(this::system);
        CONTRACTS.lines().map(DemoInstalledBase::cut).forEach(this::contract);
    }

    static List<String> cut(String line) {
        return List.of(line.split("\\|", -1));
    }

    private void system(List<String> told) {
        Row account = desk.account(told.get(0)).orElse(null);
        if (account == null) {
            return;
        }
        UUID site = site(account, told);
        LocalDate accepted = desk.today().minusDays(Long.parseLong(told.get(6)));
        LocalDate warranty = accepted.plusMonths(Long.parseLong(told.get(7))).minusDays(1);
        String vendor = told.get(9);
        Row system = desk.create(
                desk.actor(told.get(8)),
                AftersalesTypes.INSTALLED_SYSTEM,
                "name",
                told.get(5) + " · " + told.get(1),
                "account",
                account.id(),
                "site",
                site,
                "acceptedOn",
                accepted,
                "warrantyUntil",
                warranty,
                "maintainedBy",
                vendor.isEmpty() ? "us" : "other-vendor",
                "otherVendor",
                vendor.isEmpty() ? null : vendor,
                "owner",
                desk.user(told.get(8)));
        fill(told.get(8), system, told.get(5));
    }

    /** Puts the units that a system of the kind has into one that has none. */
    void fill(String by, Row system, String kind) {
        LocalDate accepted = (LocalDate) Objects.requireNonNullElse(system.get("acceptedOn"), desk.today());
        LocalDate warranty = (LocalDate) Objects.requireNonNullElse(system.get("warrantyUntil"), desk.today());
        UNITS.lines()
                .map(DemoInstalledBase::cut)
                .filter(it -> it.get(0).equals(kind))
                .forEach(it -> units(by, system, it, accepted, warranty));
    }

    private UUID site(Row account, List<String> told) {
        return desk.all("site", "account", account.id()).stream()
                .filter(it -> told.get(1).equals(it.text("name")))
                .map(Row::id)
                .findFirst()
                .orElseGet(() -> desk.create(
                                desk.system,
                                "site",
                                "name",
                                told.get(1),
                                "account",
                                account.id(),
                                "city",
                                told.get(2),
                                "country",
                                told.get(3),
                                "zone",
                                told.get(4))
                        .id());
    }

    private void units(String by, Row system, List<String> told, LocalDate accepted, LocalDate warranty) {
        int many = Integer.parseInt(told.get(3));
        String maker = told.get(5);
        for (int piece = 1; piece <= many; piece++) {
            serial += STEP;
            desk.create(
                    desk.actor(by),
                    AftersalesTypes.UNIT,
                    "label",
                    told.get(1),
                    "system",
                    system.id(),
                    "account",
                    Objects.requireNonNull(system.ref("account")),
                    "itemCode",
                    told.get(2),
                    "serial",
                    told.get(2).replace("-", "") + "-" + serial,
                    "revision",
                    text(told.get(4)),
                    "position",
                    many == 1 ? null : String.valueOf(piece),
                    "quantity",
                    BigDecimal.ONE,
                    "vendor",
                    maker.isEmpty() ? "own" : "third-party",
                    "maker",
                    text(maker),
                    "installedOn",
                    accepted,
                    "warrantyUntil",
                    warranty);
        }
    }

    private static @Nullable String text(String told) {
        return told.isEmpty() ? null : told;
    }

    private void contract(List<String> told) {
        Row account = desk.account(told.get(0)).orElse(null);
        if (account == null) {
            return;
        }
        List<UUID> systems = new ArrayList<>();
        for (Row system : desk.all(AftersalesTypes.INSTALLED_SYSTEM, "account", account.id())) {
            if (system.get("contract") == null) {
                systems.add(system.id());
            }
        }
        UUID sla = desk.all(AftersalesTypes.SLA, "name", told.get(2)).stream()
                .map(Row::id)
                .findFirst()
                .orElse(null);
        String region = Objects.requireNonNullElse(account.text("region"), "");
        desk.create(
                desk.system,
                AftersalesTypes.SERVICE_CONTRACT,
                "name",
                told.get(1),
                "account",
                account.id(),
                "sla",
                sla,
                "state",
                "active",
                "since",
                desk.today().minusDays(Long.parseLong(told.get(3))),
                "until",
                desk.today().plusDays(Long.parseLong(told.get(4))),
                "fee",
                Money.of(told.get(5), told.get(6)),
                "owner",
                desk.user(region.equals("cn") ? "mei" : region.equals("eu") ? "jan" : "grace"),
                "systems",
                systems);
    }
}
