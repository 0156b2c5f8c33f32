package org.weir.relationship.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.weir.access.api.Actor;
import org.weir.records.api.Conversation;
import org.weir.records.api.Draft;
import org.weir.records.api.Records;
import org.weir.relationship.demo.DemoAccounts.Customer;

/** People at the customers and half a year of touchpoints with them, drawn from a fixed seed. */
final class DemoContacts {
    private static final Map<String, List<String>> GIVEN = Map.of(
            "africa",
            List.of(
                    "Thandi", "Kagiso", "Amara", "Joseph", "Naledi", "Samuel", "Zanele", "Peter", "Chipo", "Daniel",
                    "Ayanda"),
            "europe",
            List.of(
                    "Katrin",
                    "Luc",
                    "Ingrid",
                    "Pawel",
                    "Sofia",
                    "Matthias",
                    "Elena",
                    "Jan",
                    "Camille",
                    "Henrik",
                    "Beatriz"),
            "china",
            List.of("建国", "雪梅", "志强", "丽华", "晓东", "海燕", "文博", "秀英", "子轩", "春生", "美玲"));
    private static final Map<String, List<String>> FAMILY = Map.of(
            "africa",
            List.of(
                    "Dube", "Naidoo", "Botha", "Nkosi", "Molefe", "Radebe", "Mensah", "Banda", "Phiri", "Moyo",
                    "Tembo"),
            "europe",
            List.of(
                    "Hansen",
                    "Moreau",
                    "Kowalska",
                    "Schuster",
                    "Ferrari",
                    "Lindqvist",
                    "de Vries",
                    "García",
                    "Weber",
                    "Olsen"),
            "china",
            List.of("刘", "杨", "黄", "周", "吴", "徐", "孙", "马", "朱", "胡", "郭"));
    private static final List<Post> POSTS_EN = List.of(
            new Post("Chief Technology Officer", "Technology", "high"),
            new Post("Chief Financial Officer", "Finance", "high"),
            new Post("Head of Procurement", "Procurement", "middle"),
            new Post("Head of Network Energy", "Network", "middle"),
            new Post("Planning Engineer", "Planning", "base"),
            new Post("Operations Engineer", "Operations", "base"));
    private static final List<Post> POSTS_ZH = List.of(
            new Post("技术总监", "技术部", "high"),
            new Post("财务总监", "财务部", "high"),
            new Post("采购经理", "采购部", "middle"),
            new Post("网络能源主任", "网络部", "middle"),
            new Post("规划工程师", "规划部", "base"),
            new Post("运维工程师", "运维部", "base"));
    private static final List<Topic> TOPICS_EN = List.of(
            new Topic("Energy cost of the sites", "visit", "Agreed to measure ten sites before the budget round."),
            new Topic("Quarterly service review", "meeting", "Availability 99.97 %; two open points, owners named."),
            new Topic("Site access for the upgrade", "call", "Access windows confirmed for the next three weeks."),
            new Topic(
                    "Technical exchange on lithium batteries", "technical-exchange", "They want a trial at two sites."),
            new Topic(
                    "Plan for the next year", "strategy-alignment", "Both sides keep the target of 30 % less energy."),
            new Topic("Offer for the northern region", "mail", "Questions on warranty answered in writing."),
            new Topic(
                    "Visit of our board to theirs",
                    "executive-visit",
                    "Joint innovation centre proposed; answer by June."),
            new Topic("Reception at our factory", "reception", "Eight guests, two days; training plan asked for."));
    private static final List<Topic> TOPICS_ZH = List.of(
            new Topic("站点能耗分析", "visit", "同意先实测十个站点，赶在预算会之前完成。"),
            new Topic("季度服务回顾", "meeting", "可用率 99.97%；两项遗留问题已明确责任人。"),
            new Topic("升级进场协调", "call", "未来三周的进场窗口已确认。"),
            new Topic("锂电池技术交流", "technical-exchange", "客户希望在两个站点试用。"),
            new Topic("明年规划对标", "strategy-alignment", "双方维持能耗下降 30% 的目标。"),
            new Topic("北区报价澄清", "mail", "质保问题已书面答复。"),
            new Topic("高层互访", "executive-visit", "提议共建联合创新中心，六月前答复。"),
            new Topic("工厂接待", "reception", "来宾八人，为期两天；要求提供培训计划。"));

    private final Records records;
    private final Conversation conversation;
    private final DemoPeople people;
    private final Actor system;
    private final Instant now;
    private final Random random = new Random(20260101);

    DemoContacts(Records records, Conversation conversation, DemoPeople people, Actor system, Instant now) {
        this.records = records;
        this.conversation = conversation;
        this.people = people;
        this.system = system;
        this.now = now;
    }

    private record Post(String job, String department, String tier) {}

    private record Topic(String subject, String kind, String outcome) {}

    void make(List<Customer> customers) {
        for (Customer customer : customers) {
            List<UUID> theirs = people(customer);
            int touchpoints = Map.of("s", 8, "a", 5, "b", 3).getOrDefault(customer.grade(), 1);
            for (int i = 0; i < touchpoints; i++) {
                touchpoint(customer, theirs, i);
            }
        }
        Customer first = customers.get(0);
        conversation.follow(people.actor("lindiwe"), "account", first.id(), true);
        conversation.follow(people.actor("tangning"), "account", first.id(), true);
        conversation.comment(people.actor("tangning"), "account", first.id(), "功耗测试数据已上传，请 Lindiwe 确认后发给客户。");
        conversation.comment(
                people.actor("lindiwe"), "account", first.id(), "Thank you. I take it to the CTO on Thursday.");
    }

    private List<UUID> people(Customer customer) {
        boolean chinese = customer.style().equals("china");
        List<Post> posts = chinese ? POSTS_ZH : POSTS_EN;
        int count = Map.of("s", 6, "a", 4, "b", 3).getOrDefault(customer.grade(), 2);
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String given = pick(GIVEN.getOrDefault(customer.style(), List.of()));
            String family = pick(FAMILY.getOrDefault(customer.style(), List.of()));
            Map<String, Object> person = new LinkedHashMap<>();
            person.put("name", chinese ? family + given : given + " " + family);
            person.put("email", "contact" + random.nextInt(100_000) + "@customer.example");
            person.put("speaks", chinese ? "zh" : "en");
            person.put("owner", people.id(customer.ar()));
            UUID id = records.create(system, Draft.create("person", person)).id();
            Post post = posts.get(i % posts.size());
            Map<String, Object> employment = Map.of(
                    "person", id,
                    "account", customer.id(),
                    "job", post.job(),
                    "department", post.department(),
                    "tier", post.tier(),
                    "since", LocalDate.of(2019 + random.nextInt(6), 1 + random.nextInt(12), 1));
            records.create(system, Draft.create("employment", employment));
            ids.add(id);
        }
        return ids;
    }

    private void touchpoint(Customer customer, List<UUID> theirs, int index) {
        Topic topic = pick(customer.style().equals("china") ? TOPICS_ZH : TOPICS_EN);
        String by = index % 3 == 1 ? customer.sr() : index % 3 == 2 ? customer.fr() : customer.ar();
        Instant heldAt = now.minus(2 + random.nextInt(170), ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.DAYS)
                .plus(7 + random.nextInt(8), ChronoUnit.HOURS);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("subject", topic.subject());
        values.put("account", customer.id());
        values.put("kind", topic.kind());
        values.put("heldAt", heldAt);
        values.put("minutes", 30L * (1 + random.nextInt(5)));
        values.put("theirs", theirs.subList(0, 1 + random.nextInt(Math.min(3, theirs.size()))));
        values.put("ours", List.of(people.id(by)));
        values.put("outcome", topic.outcome());
        values.put("owner", people.id(by));
        records.create(system, Draft.create("touchpoint", values));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
