package org.weir.relationship.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.base.api.Money;
import org.weir.records.api.Draft;
import org.weir.records.api.Row;
import org.weir.relationship.lead.QualifyLead;
import org.weir.relationship.opportunity.AdvanceOpportunity;
import org.weir.store.api.Database;

/**
 * The story that the whole chain tells: diesel at rural sites in South Africa, and its two sisters in Sichuan and Hamburg:
 * a lead, the opportunity made of it, what the customer needs, and who decides.
 */
final class DemoFirstStory {
    /** account, lead, days ago, opportunity, amount, currency, close in days, product, stage, rival. */
    private static final String STORIES = """
            Meridian South Africa|Diesel cost too high at rural sites|-150|Network energy, 12 sites|640000.00|USD|-20|Site energy and radio|NEGOTIATION|Helios Tower Energy|lindiwe
            River Telecom Sichuan|高原基站供电不稳|-95|网络能源改造，8 个站点|4860000.00|CNY|25|基站电源|PROPOSAL|东源电气|wangfang
            Nordlicht Netze|Telecontrol units out of support|-210|Grid telecontrol, 6 substations|890000.00|EUR|-60|Grid telecontrol|NEGOTIATION|Elbtal Automation|tom
            """;

    /** account, title, priority, pain, KPI, reliability, who (index of the person). */
    private static final String NEEDS = """
            Meridian South Africa|Cut diesel by 40 %|must|Four rural sites burn 9,000 litres a month; trucks are robbed|Energy cost per site and month|confirmed|3
            Meridian South Africa|Keep existing cabinets|should|Cabinets were bought two years ago and are not written off|Capital spent per site|confirmed|2
            Meridian South Africa|Theft alarm to their NOC|must|Batteries are stolen before anybody knows|Outage minutes per site|likely|5
            River Telecom Sichuan|高海拔（4000 米）满载运行|must|高原站点整流器降额，冬季频繁掉站|站点可用率 99.95%|confirmed|3
            River Telecom Sichuan|接入省公司动环监控平台|should|现有告警靠人工上报|平均修复时间|likely|5
            River Telecom Sichuan|利旧现有铅酸电池|could|部分电池仅使用一年|单站投资|guess|2
            Nordlicht Netze|Both protocols during the change-over|must|The control centre moves in two steps|Minutes without telecontrol|confirmed|3
            Nordlicht Netze|Spare parts for ten years|should|The old units lost support after six|Cost of ownership|confirmed|2
            """;

    /** role, weight, support, evidence in English and Chinese; by the order of the people. */
    private static final String CHAIN = """
            approves|4|1|Asked for the five-year figures himself|主动索要五年总成本
            decides|5|0|Wants to see one site run before the budget round|希望预算会前先看一个站点运行
            evaluates|3|-1|Has bought from the other supplier for years|多年采购友商产品
            coaches|3|2|Told us the order of the meetings|告知了评审会顺序
            evaluates|2|1|Measured our rectifier and found it as promised|实测整流效率符合承诺
            uses|1|2|Had the longest outage of all, wants it over|经历过最长中断，希望尽快改造
            """;

    private final DemoDesk desk;
    private final Database database;

    DemoFirstStory(DemoDesk desk, Database database) {
        this.desk = desk;
        this.database = database;
    }

    void make() {
        for (String[] it : DemoDesk.table(STORIES)) {
            story(it);
        }
    }

    private void story(String[] it) {
        Row account = desk.account(it[0]);
        List<UUID> people = desk.people(account);
        Actor ar = desk.actor(it[10]);
        Map<String, @Nullable Object> lead = new HashMap<>(desk.ofAccount(account));
        lead.put("title", it[1]);
        lead.put("source", "visit");
        lead.put("received", desk.day(it[2]));
        lead.put("person", people.get(3 % people.size()));
        QualifyLead qualify = new QualifyLead(database, desk.records());
        UUID id = Objects.requireNonNull(desk.act(
                        qualify,
                        ar,
                        desk.make("lead", lead),
                        new QualifyLead.Input(
                                null, null, Money.of(it[4], it[5]), desk.day(it[6]), desk.named("product", it[7])))
                .openId());
        Row opportunity = desk.records().read(ar, "opportunity", id);
        desk.act(
                new AdvanceOpportunity(desk.records()),
                ar,
                opportunity,
                new AdvanceOpportunity.Input(AdvanceOpportunity.OpenStage.valueOf(it[8])));
        desk.records()
                .update(
                        ar,
                        Draft.change(
                                desk.records().read(ar, "opportunity", id),
                                Map.of(
                                        "title",
                                        it[3],
                                        "engaged",
                                        desk.day(it[2]).plusDays(9),
                                        "probability",
                                        60L,
                                        "competitors",
                                        List.of(desk.named("competitor", it[9])))));
        chain(id, people, it[0].startsWith("River"));
        needs(account, id, people, desk.day(it[2]).plusDays(20));
    }

    private void chain(UUID opportunity, List<UUID> people, boolean chinese) {
        List<String[]> lines = DemoDesk.table(CHAIN);
        desk.records()
                .list(
                        desk.system,
                        org.weir.records.api.Query.all("opportunity-person")
                                .where(org.weir.records.api.Filter.eq("opportunity", opportunity)))
                .rows()
                .forEach(it -> desk.records().delete(desk.system, "opportunity-person", it.id(), null));
        for (int i = 0; i < Math.min(people.size(), lines.size()); i++) {
            String[] it = lines.get(i);
            desk.make(
                    "opportunity-person",
                    Map.of(
                            "person",
                            people.get(i),
                            "opportunity",
                            opportunity,
                            "part",
                            it[0],
                            "weight",
                            Long.valueOf(it[1]),
                            "support",
                            Long.valueOf(it[2]),
                            "evidence",
                            chinese ? it[4] : it[3]));
        }
    }

    private void needs(Row account, UUID opportunity, List<UUID> people, java.time.LocalDate day) {
        for (String[] it : DemoDesk.table(NEEDS)) {
            if (desk.account(it[0]).id().equals(account.id())) {
                Map<String, @Nullable Object> need = new HashMap<>(desk.ofAccount(account));
                need.put("opportunity", opportunity);
                need.put("title", it[1]);
                need.put("priority", it[2]);
                need.put("pain", it[3]);
                need.put("customerKpi", it[4]);
                need.put("reliability", it[5]);
                need.put("person", people.get(Integer.parseInt(it[6]) % people.size()));
                need.put("source", "meeting");
                need.put("voiced", day);
                desk.make("need", need);
            }
        }
    }
}
