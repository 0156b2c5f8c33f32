package org.weir.solution.quote;

import java.time.LocalDate;
import java.util.Map;
import org.weir.records.api.Row;

/** What the demo company has offered: the three stories of the chain, and their neighbours in every state. */
final class DemoOffers {
    private final DemoCounter desk;
    private final LocalDate today;

    DemoOffers(DemoCounter desk, LocalDate today) {
        this.desk = desk;
        this.today = today;
    }

    void make() {
        meridian();
        sichuan();
        nordlicht();
        africa();
        europe();
        china();
    }

    private LocalDate ago(int days) {
        return today.minusDays(days);
    }

    /** Two versions, the second accepted. */
    private void meridian() {
        desk.quote("Meridian South Africa", "Network energy", DemoPrices.AFRICA, "tangning", ago(126))
                .ifPresent(it -> {
                    desk.change(
                            it,
                            "tangning",
                            Map.of("terms", "30 days net. Delivered to site, installed and commissioned."));
                    desk.aim(it, "tangning", "29");
                    Row first = desk.send(it, "lindiwe", ago(124), ago(64));
                    Row second = desk.version(first, "tangning");
                    desk.price(second, "tangning", "Lithium100", "1020");
                    desk.without(second, "tangning", "Aggregation hub", "LicenceEnergySaving");
                    desk.aim(second, "tangning", "26.5");
                    Row sent = desk.send(second, "lindiwe", ago(109), ago(60));
                    desk.accept(sent, "lindiwe", "Nomsa Dube, CTO", ago(96), "MSA-PO-4417");
                });
    }

    /** Waits for an approval. */
    private void sichuan() {
        desk.quote("River Telecom Sichuan", "川西站点能源", DemoPrices.CHINA, "liwei", ago(2))
                .ifPresent(it -> {
                    desk.aim(it, "liwei", "13.5");
                    desk.ask(it, "liwei", "友商报价低 8%，此单为川西首批高原站点，后续有 120 个站点的扩容机会。");
                });
    }

    private void nordlicht() {
        desk.quote("Nordlicht Netze", "Funk und Energie, 5 Standorte", DemoPrices.EUROPE, "sven", ago(92))
                .ifPresent(it -> {
                    desk.aim(it, "sven", "27");
                    Row sent = desk.send(it, "tom", ago(88), ago(30));
                    desk.accept(sent, "tom", "Dr. Henning Voss", ago(72), "45-00187");
                });
    }

    private void africa() {
        desk.quote(
                "Savanna Mobile Tanzania",
                "Rectifier renewal, 120 sites",
                DemoPrices.AFRICA,
                "USD",
                "tangning",
                ago(3),
                "Macro site:RECT-12:1:120",
                "Macro site:INST-DAY:1:120");
        Row luanda = desk.quote(
                "Atlântico",
                "Aggregation rooms in Luanda",
                DemoPrices.AFRICA,
                "USD",
                "tangning",
                ago(24),
                "Aggregation room:RECT-24:2:14",
                "Aggregation room:BATT-L200:6:14",
                "Aggregation room:MON-LIC:1:14",
                "Aggregation room:INST-DAY:3:14");
        desk.send(desk.aim(luanda, "tangning", "24"), "maria", ago(22), today.plusDays(5));
        Row kalahari = desk.quote(
                "Kalahari Com",
                "Lithium for the game reserves",
                DemoPrices.AFRICA,
                "USD",
                "tangning",
                ago(60),
                "Reserve:BATT-L100:8:11",
                "Reserve:INST-DAY:1:11");
        Row sent = desk.send(desk.aim(kalahari, "tangning", "21"), "maria", ago(55), ago(25));
        desk.fulfilled(desk.accept(sent, "maria", "Kagiso Tau", ago(32), "KC-2291"));
        Row namib = desk.quote(
                "Namib Telecom",
                "Coastal corrosion programme",
                DemoPrices.AFRICA,
                "USD",
                "tangning",
                ago(100),
                "Coast:CAB-OUT:1:30",
                "Coast:INST-DAY:1:30");
        desk.decline(
                desk.send(desk.aim(namib, "tangning", "22"), "maria", ago(96), ago(66)),
                "maria",
                "Petrus Shikongo",
                ago(70),
                "Postponed to the next year: no budget");
    }

    private void europe() {
        Row alpen = desk.quote(
                "Alpenbahn Infrastruktur",
                "Signal power, Albula line",
                DemoPrices.EUROPE,
                "CHF",
                "sven",
                ago(5),
                "Signal box:UPS-SIG:2:22",
                "Signal box:BATT-L200:8:22",
                "Signal box:INST-DAY:4:22");
        desk.aim(alpen, "sven", "17.5");
        desk.ask(alpen, "sven", "First line of the network; the next three lines are tendered in spring.");
        desk.approve(alpen, "anna", "Agreed for this line only; the next ones inside the corridor.");
        Row rhone = desk.quote(
                "Rhône Transports Publics",
                "Power for the tram depots",
                DemoPrices.EUROPE,
                "EUR",
                "sven",
                ago(8),
                "Depot:UPS-SIG:4:5",
                "Depot:CAB-OUT:6:5",
                "Depot:INST-DAY:12:5",
                "Depot:TRAIN:2:5");
        desk.send(desk.aim(rhone, "sven", "28"), "tom", ago(6), today.plusDays(24));
        Row works = desk.quote(
                "Stadtwerke Auenthal",
                "Ring switches",
                DemoPrices.EUROPE,
                "EUR",
                "sven",
                ago(70),
                "Ring station:RTU-8:1:9",
                "Ring station:INST-DAY:1:9");
        desk.accept(
                desk.send(desk.aim(works, "sven", "24"), "tom", ago(66), ago(40)),
                "tom",
                "Sabine Kroll",
                ago(52),
                "B-1123");
        Row polska = desk.quote(
                "Nordlicht Polska",
                "Telecontrol, phase one",
                DemoPrices.EUROPE,
                "EUR",
                "sven",
                ago(1),
                "Substation:RTU-8:2:30",
                "Substation:RTU-IO:6:30");
        desk.extra(polska, "sven", "Protocol converter of another maker", "38500");
    }

    private void china() {
        Row chengdu = desk.quote(
                "River Telecom Chengdu",
                "5G 站点电源扩容",
                DemoPrices.CHINA,
                "CNY",
                "liwei",
                ago(20),
                "城区宏站:RECT-24:1:60",
                "城区宏站:BATT-L200:2:60",
                "城区宏站:INST-DAY:1:60");
        desk.send(desk.aim(chengdu, "liwei", "23"), "wangfang", ago(17), today.plusDays(3));
        Row yunnan = desk.quote(
                "River Telecom Yunnan",
                "边境站点混合供电",
                DemoPrices.CHINA,
                "CNY",
                "liwei",
                ago(75),
                "边境站:PV-5:2:45",
                "边境站:CTRL-HYB:1:45",
                "边境站:BATT-L200:4:45");
        desk.expire(desk.send(desk.aim(yunnan, "liwei", "20"), "wangfang", ago(70), ago(12)));
        Row jinsha = desk.quote(
                "Jinsha Hydropower",
                "库区远程监控",
                DemoPrices.CHINA,
                "CNY",
                "liwei",
                ago(100),
                "库区站:RTU-8:1:38",
                "库区站:MON-LIC:1:38",
                "库区站:SURVEY:1:38");
        desk.accept(
                desk.send(desk.aim(jinsha, "liwei", "25"), "wangfang", ago(95), ago(65)),
                "wangfang",
                "周建国 总工",
                ago(82),
                "JS-2026-031");
        desk.quote(
                "West Metro",
                "轨旁电源三期",
                DemoPrices.CHINA,
                "CNY",
                "liwei",
                today,
                "轨旁站:UPS-SIG:1:64",
                "轨旁站:INST-DAY:2:64");
    }
}
