package org.weir.aftersales.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.aftersales.api.AftersalesTypes;
import org.weir.aftersales.servicecontract.Entitlement;
import org.weir.records.api.Row;

/** Tickets of three regions in all states, opened, worked on and closed by the use cases. */
final class DemoTickets {
    /**
     * Account; unit or empty; what is wrong; severity; opened minutes ago; answered, restored and resolved after so many
     * minutes (empty: not yet; before the first, w: waits for the customer, t: only taken); resolution; score; words; other vendor.
     */
    private static final String TICKETS = """
            Meridian Ghana|Remote radio|Sector 2 without carrier|critical|130|9|||||
            Meridian Ghana|Baseband unit|Baseband restarts at night|major|4300|25|190|2900|Software 21.3.2 loaded, no restart in three nights|5|Found it before we did
            Meridian Ghana|GPS receiver|Clock drifts since the storm|minor|9000|70||5200|Antenna cable replaced|4|Quick, but two visits
            Savanna Mobile Tanzania|Rectifier 3 kW|One rectifier does not share the load|major|2900|200||||
            Savanna Mobile Tanzania|Lithium battery 100 Ah|Battery module reports imbalance|minor|11500|300||8700|Module balanced by slow charge, limits adjusted|3|Took long
            Savanna Mobile Tanzania|Diesel generator 20 kVA|Generator starts at noon|minor|1500|w45||||
            Savanna Mobile Tanzania||Which firmware do our controllers have?|question|5800|90||400|List sent, all controllers on V3.1|5|Answer the same day
            Kalahari Com|Outdoor unit 18 GHz|Link fades in rain|major|7300|55|600||||Altavia
            Kalahari Com|Indoor unit|Alarm relay stuck|minor|26000|420||9000|Relay board changed by the other vendor, watched by us|4|Good that you stayed with it|Altavia
            Namib Telecom|Controller|Controller not reachable|critical|600|12|150||||
            Namib Telecom||Access cards for two engineers|question|240|||||
            Nordlicht Netze|Remote terminal unit|RTU 2 lost three setpoints|critical|3100|8|95|1300|Time server corrected, setpoints compared|5|Vorbildlich
            Nordlicht Netze|Ring switch|Ring opens for 200 ms|major|1900|22|400||||
            Nordlicht Netze|Ring switch|Port 7 flaps|minor|420|60||||
            Nordlicht Netze||Protocol list for the audit|question|14500|120||1100|Sent with signatures|4|
            Rhône Transports Publics|Dispatcher desk|Desk 3 freezes at shift change|major|6100|w30||||
            Rhône Transports Publics|Base station|Coverage gap at Bellecour|minor|20500|500||13000|Antenna tilted by two degrees|2|Three weeks are too long
            Rhône Transports Publics|Base station|Fan noise|minor|95|t||||
            Alpenbahn Infrastruktur|Repeater|Repeater 5 without supply|critical|5200|6|80|700|Fuse and surge protection replaced|5|On site in one hour
            Alpenbahn Infrastruktur|Leaky feeder amplifier|Gain drops in frost|minor|3300|180||||Gotthard RF
            Fjordnett|Remote radio|VSWR alarm sector 1|major|1250|35|||||
            Fjordnett|Baseband unit|Licence expires in May|question|8800|200||2000|Licence renewed||
            River Telecom Sichuan|整流模块|整流模块频繁告警|major|5900|18|120|1500|清理滤网并更换风扇，告警消除|5|处理及时，态度好
            River Telecom Sichuan|锂电池组 100 Ah|电池组一致性告警|minor|1700|95||||
            River Telecom Sichuan||申请提供电源容量说明|question|300|t||||
            River Telecom Chengdu|监控单元|监控单元离线|critical|210|11|||||
            West Metro|轨旁基站|2 号线区间信号弱|major|4700|40|500|3900|调整轨旁天线方位角|4|问题解决了
            West Metro|核心交换机|交换机端口误码|major|2600|w60||||华山网络
            Jinsha Hydropower|整流模块|单模块输出为零|minor|9900|150||6100|更换模块||
            Jinsha Hydropower|蓄电池组 300 Ah|内阻偏高|minor|700|80||||
            """;

    private static final int TITLE = 2;
    private static final int OPENED = 4;
    private static final int ANSWERED = 5;
    private static final int RESTORED = 6;
    private static final int RESOLVED = 7;
    private static final int WIDTH = 12;

    private final DemoDesk desk;
    private final Entitlement entitlement;

    DemoTickets(DemoDesk desk) {
        this.desk = desk;
        this.entitlement = new Entitlement(desk.records);
    }

    void make() {
        TICKETS.lines().map(DemoTickets::told).forEach(this::ticket);
    }

    private static List<String> told(String line) {
        return DemoInstalledBase.cut(line + "|".repeat(Math.max(0, WIDTH - line.split("\\|", -1).length)));
    }

    private void ticket(List<String> told) {
        Row account = desk.account(told.get(0)).orElse(null);
        if (account == null) {
            return;
        }
        String region = Objects.requireNonNullElse(account.text("region"), "");
        Actor manager = desk.actor(region.equals("cn") ? "mei" : region.equals("eu") ? "jan" : "grace");
        Actor engineer = desk.actor(region.equals("cn") ? "mei" : region.equals("eu") ? "petra" : "kofi");
        Instant opened = desk.ago(Long.parseLong(told.get(OPENED)));
        Row ticket = opened(manager, account, unit(account, told.get(1)), told, opened);
        work(engineer, ticket, told, opened);
        if (!told.get(RESOLVED).isEmpty() && !told.get(9).isEmpty()) {
            close(manager, ticket, told);
        }
    }

    private Optional<Row> unit(Row account, String label) {
        return desk.all(AftersalesTypes.UNIT, "account", account.id()).stream()
                .filter(it -> label.equals(it.text("label")))
                .findFirst();
    }

    private Row opened(Actor by, Row account, Optional<Row> unit, List<String> told, Instant at) {
        UUID system = unit.map(it -> it.ref("system")).orElse(null);
        Row contract = entitlement
                .of(desk.system, account.id(), system, LocalDate.ofInstant(at, by.zone()))
                .orElse(null);
        String vendor = told.get(11);
        return desk.create(
                by,
                AftersalesTypes.TICKET,
                "title",
                told.get(TITLE),
                "account",
                account.id(),
                "severity",
                told.get(3),
                "openedAt",
                at,
                "channel",
                told.get(3).equals("critical") ? "alarm" : told.get(3).equals("question") ? "e-mail" : "phone",
                "unit",
                unit.map(Row::id).orElse(null),
                "installedSystem",
                system,
                "site",
                unit.map(it -> it.ref("site")).orElse(null),
                "serviceContract",
                contract == null ? null : contract.id(),
                "sla",
                contract == null ? null : contract.ref("sla"),
                "reporter",
                reporter(account),
                "otherVendor",
                !vendor.isEmpty(),
                "vendor",
                vendor.isEmpty() ? null : vendor);
    }

    private @Nullable UUID reporter(Row account) {
        return desk.knows("employment")
                ? desk.all("employment", "account", account.id()).stream()
                        .map(it -> it.ref("person"))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private void work(Actor engineer, Row ticket, List<String> told, Instant opened) {
        String answered = told.get(ANSWERED);
        if (answered.isEmpty()) {
            return;
        }
        desk.run(engineer, ticket, "take");
        if (answered.equals("t")) {
            return;
        }
        if (answered.startsWith("w")) {
            boolean chinese = engineer.locale().getLanguage().equals("zh");
            desk.run(
                    engineer,
                    ticket,
                    "pause",
                    "why",
                    chinese ? "等待客户安排停机窗口" : "The customer names a maintenance window",
                    "at",
                    after(opened, answered.substring(1)));
            return;
        }
        desk.run(engineer, ticket, "respond", "at", after(opened, answered));
        if (!told.get(RESTORED).isEmpty()) {
            desk.run(engineer, ticket, "restore", "at", after(opened, told.get(RESTORED)));
        }
        if (!told.get(RESOLVED).isEmpty()) {
            desk.run(engineer, ticket, "resolve", "resolution", told.get(8), "at", after(opened, told.get(RESOLVED)));
        }
    }

    private static Instant after(Instant opened, String minutes) {
        return opened.plus(Long.parseLong(minutes), ChronoUnit.MINUTES);
    }

    private void close(Actor manager, Row ticket, List<String> told) {
        boolean chinese = manager.locale().getLanguage().equals("zh");
        desk.run(manager, ticket, "close", "confirmedBy", chinese ? "客户运维中心" : "Customer's operations centre");
        String words = told.get(10);
        desk.run(manager, ticket, "rate", "score", score(told.get(9)), "words", words.isEmpty() ? null : words);
    }

    static String score(String points) {
        return List.of("one", "two", "three", "four", "five").get(Integer.parseInt(points) - 1);
    }
}
