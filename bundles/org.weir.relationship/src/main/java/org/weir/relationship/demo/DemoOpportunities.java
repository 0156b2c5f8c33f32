package org.weir.relationship.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.Row;

/** Leads, opportunities and needs of the demo's other customers, in every state. */
final class DemoOpportunities {
    /** account, title, stage, amount, currency, engaged, close in days, product, probability, reason, words, rival. */
    private static final String OPPORTUNITIES = """
            Meridian Ghana|Solar for the northern corridor|engaging|310000.00|USD|-40|75|Site energy and radio|35||||
            Meridian Uganda|Battery swap, 40 sites|proposal|228000.00|USD|-70|12|Site energy and radio|55|||Helios Tower Energy
            Meridian Zambia|Hybrid power at the border sites|prospecting|150000.00|USD|-8|120|Site energy and radio|15||||
            Meridian Rwanda|Radio for the lake shore|lost|95000.00|USD|-190|-45|Site energy and radio|0|price|Other side 14 % lower, without service|Helios Tower Energy
            Meridian Cameroon|Energy as a service, pilot|won|84000.00|USD|-220|-90|Site energy and radio|100|solution|Only we could show running sites|
            Savanna Mobile Mozambique|Cyclone-proof shelters|negotiation|412000.00|USD|-100|-6|Site energy and radio|70||||
            Savanna Mobile Tanzania|Rectifier renewal, 120 sites|engaging|530000.00|USD|-25|90|Site energy and radio|30||||
            Atlântico|Aggregation rooms in Luanda|proposal|275000.00|USD|-60|30|Site energy and radio|50||||
            Kalahari Com|Lithium for the game reserves|won|118000.00|USD|-160|-30|Site energy and radio|100|relationship|Their COO visited our factory|
            Namib Telecom|Coastal corrosion programme|lost|67000.00|USD|-140|-70|Site energy and radio|0|no-budget|Postponed to the next year|
            Okavango Power|Telecontrol for the delta|prospecting|190000.00|USD|-5|150|Grid telecontrol|10||||
            Nordlicht Polska|Telecontrol, phase one|engaging|420000.00|EUR|-35|80|Grid telecontrol|30|||Elbtal Automation
            Rhône Transports Publics|Power for the tram depots|proposal|365000.00|EUR|-80|20|Rail power|45||||
            Alpenbahn Infrastruktur|Signal power, Albula line|negotiation|710000.00|CHF|-130|10|Rail power|65|||Elbtal Automation
            Fjordnett|Microgrid for two islands|prospecting|240000.00|EUR|-12|140|Grid telecontrol|20||||
            Stadtwerke Auenthal|Ring switches|won|58000.00|EUR|-170|-50|Grid telecontrol|100|service|Four hours on site, promised and kept|
            Ibérica Datos|Edge rooms, Aragón|lost|132000.00|EUR|-200|-110|Rail power|0|incumbent|Present supplier matched the price|
            River Telecom Chengdu|5G 站点电源扩容|negotiation|2150000.00|CNY|-85|15|基站电源|70|||东源电气
            River Telecom Dujiangyan|景区站点光储改造|engaging|860000.00|CNY|-30|70|基站电源|40||||
            River Telecom Yunnan|边境站点混合供电|proposal|3120000.00|CNY|-65|-3|基站电源|50|||东源电气
            River Telecom Guizhou|山区站点锂电替换|prospecting|1480000.00|CNY|-10|110|基站电源|20||||
            Jinsha Hydropower|库区远程监控|won|1960000.00|CNY|-210|-80|基站电源|100|relationship|双方高层互访后确定|
            West Metro|轨旁电源三期|proposal|5240000.00|CNY|-75|40|轨道电源|55||||
            Tianfu Public Services|应急通信车|lost|690000.00|CNY|-150|-60|基站电源|0|price|报价高于友商 9%|东源电气
            """;

    /** account (or company after =), title, received, state, source, reason. */
    private static final String LEADS = """
            Meridian Benin|Generator contract ends in June|-2|new|call|
            Meridian Congo|New licence, 60 sites|-9|new|referral|
            Savanna Mobile Lesotho|Snow outages on the plateau|-1|new|service|
            Lakeside Mobile|Tower sharing talks|-30|declined|exhibition|They build nothing this year
            =Baobab Towers|Tower company looks for power partner|-5|new|exhibition|
            Nordlicht Netze Nord|Relay rooms too warm|-4|new|visit|
            Gemeenteraad Zuiderhaven|Harbour lighting|-18|declined|website|Not our trade
            =Öresund Rail|Tender for signal power announced|-3|new|tender|
            River Telecom Guizhou|机房节能改造|-6|new|visit|
            Min River Water|泵站远程控制|-2|new|call|
            =天府机场集团|航站楼备用电源|-1|new|referral|
            """;

    /** account, title, priority, state, voiced, pain, KPI, answer or reason. */
    private static final String NEEDS = """
            Meridian Ghana|Sites that survive three days without sun|must|open|-25|Harmattan dust takes the panels out|Availability of northern sites|
            Meridian Uganda|Batteries nobody can use elsewhere|must|open|-48|Forty batteries stolen last quarter|Thefts per quarter|
            Savanna Mobile Tanzania|One view over all sites|should|answered|-70|Three alarm systems side by side|Time to notice|Our manager takes the alarms of all three makes
            Atlântico|Spare parts within 24 hours in Luanda|must|open|-12|Customs take two weeks|Repair time|
            Kalahari Com|Free maintenance for ten years|could|declined|-90||Operating cost|No contract of ours carries unlimited cost; a fixed fee was offered
            Fjordnett|Diesel below 5 % of the year|should|open|-8|The ferry brings the fuel|Litres per year|
            Alpenbahn Infrastruktur|Works at -35 degrees|must|answered|-60|Two winters of failures|Train minutes lost|Cabinet heated, tested at -40 degrees in our lab
            River Telecom Chengdu|扩容期间业务不中断|must|open|-33|上次扩容中断两小时|割接中断时长|
            West Metro|轨旁设备免维护五年|should|open|-40|夜间天窗时间只有三小时|维护工时|
            Jinsha Hydropower|防雷等级提升|should|answered|-120|库区雷击损坏频繁|设备损坏率|已按一级防雷方案交付
            """;

    private final DemoDesk desk;

    DemoOpportunities(DemoDesk desk) {
        this.desk = desk;
    }

    void make() {
        for (String[] it : new String[][] {
            {"Lindiwe Wessels", "Johannesburg", "lindiwe"}, {"Tom Brandt", "Hamburg", "tom"}, {"王芳", "成都", "wangfang"}
        }) {
            desk.make("seller", Map.of("name", it[0], "office", it[1], "employee", desk.user(it[2])));
        }
        DemoDesk.table(OPPORTUNITIES).forEach(this::opportunity);
        DemoDesk.table(LEADS).forEach(this::lead);
        DemoDesk.table(NEEDS).forEach(this::need);
    }

    private void opportunity(String[] it) {
        Row account = desk.account(it[0]);
        boolean closed = it[2].equals("won") || it[2].equals("lost");
        Map<String, @Nullable Object> values = new HashMap<>(desk.ofAccount(account));
        values.put("title", it[1]);
        values.put("stage", it[2]);
        values.put("amount", DemoDesk.money(it[3], it[4]));
        values.put("engaged", desk.day(it[5]));
        values.put("expectedClose", desk.day(it[6]));
        values.put("closed", closed ? desk.day(it[6]) : null);
        values.put("product", desk.named("product", it[7]));
        values.put("probability", Long.valueOf(it[8]));
        values.put("reason", it[9]);
        values.put("reasonWords", it[10]);
        values.put("competitors", it[11].isEmpty() ? List.of() : List.of(desk.named("competitor", it[11])));
        Row opportunity = desk.make("opportunity", values);
        List<UUID> people = desk.people(account);
        for (int i = 0; i < Math.min(3, people.size()); i++) {
            desk.make(
                    "opportunity-person",
                    Map.of(
                            "person", people.get(i),
                            "opportunity", opportunity.id(),
                            "part", List.of("decides", "approves", "evaluates").get(i),
                            "weight", (long) (5 - i),
                            "support", (long) (Math.floorMod(it[1].hashCode() + i, 4) - 1)));
        }
    }

    private void lead(String[] it) {
        boolean unknown = it[0].startsWith("=");
        Map<String, @Nullable Object> values =
                unknown ? new HashMap<>() : new HashMap<>(desk.ofAccount(desk.account(it[0])));
        if (unknown) {
            String login = it[0].startsWith("=B") ? "lindiwe" : it[0].startsWith("=Ö") ? "tom" : "wangfang";
            values.put("company", it[0].substring(1));
            values.put("owner", desk.user(login));
        }
        values.put("title", it[1]);
        values.put("received", desk.day(it[2]));
        values.put("state", it[3]);
        values.put("source", it[4]);
        values.put("reason", it[5]);
        desk.make("lead", values);
    }

    private void need(String[] it) {
        Row account = desk.account(it[0]);
        Map<String, @Nullable Object> values = new HashMap<>(desk.ofAccount(account));
        values.put("title", it[1]);
        values.put("priority", it[2]);
        values.put("state", it[3]);
        values.put("voiced", desk.day(it[4]));
        values.put("pain", it[5]);
        values.put("customerKpi", it[6]);
        values.put("source", "visit");
        values.put("reliability", "likely");
        values.put("person", desk.people(account).get(0));
        if (!it[3].equals("open")) {
            values.put(it[3].equals("declined") ? "declineReason" : "answer", it[7]);
            values.put("answered", desk.day(it[4]).plusDays(14));
        }
        desk.make("need", values);
    }
}
