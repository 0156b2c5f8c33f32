package org.weir.delivery.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.weir.access.api.Actor;
import org.weir.base.api.Texts;
import org.weir.delivery.api.DeliveryTypes;
import org.weir.records.api.Draft;
import org.weir.records.api.Records;

/** The template that an empty installation begins with: the roll-out of sites, in one language. */
public final class StandardTemplate {
    private static final List<Step> STEPS = List.of(
            new Step("kickoff", "project", 2, "planning", 0),
            new Step("survey", "site", 1, "survey", 3),
            new Step("design", "site", 2, "planning", 0),
            new Step("ship", "site", 1, "logistics", 2),
            new Step("civil", "site", 3, "civil", 2),
            new Step("install", "site", 4, "installation", 3),
            new Step("commission", "site", 2, "commissioning", 3),
            new Step("documents", "project", 2, "planning", 0));
    private static final List<Tie> TIES = List.of(
            new Tie("kickoff", "survey", "fs", 0),
            new Tie("survey", "design", "fs", 0),
            new Tie("survey", "ship", "fs", 10),
            new Tie("design", "civil", "fs", 0),
            new Tie("civil", "install", "fs", 2),
            new Tie("ship", "install", "fs", 0),
            new Tie("install", "commission", "ss", 2),
            new Tie("install", "commission", "ff", 1),
            new Tie("commission", "documents", "fs", 0));

    private final Records records;
    private final Actor system;
    private final Texts texts;

    public StandardTemplate(Records records, Actor system, Texts texts) {
        this.records = records;
        this.system = system;
        this.texts = texts;
    }

    /** @param lines how many lines its checklist has, {@code delivery.template.NAME.1} and so on */
    private record Step(String name, String applies, int halfDays, String skill, int lines) {}

    private record Tie(String from, String to, String kind, int lag) {}

    /** Makes it with its steps and links. @return its id */
    public UUID make(Locale locale, String siteType) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("name", texts.text(locale, "delivery.template"));
        if (!siteType.isEmpty()) {
            head.put("siteType", siteType);
        }
        UUID template = records.create(system, Draft.create(DeliveryTypes.PROJECT_TEMPLATE, head))
                .id();
        Map<String, UUID> steps = new LinkedHashMap<>();
        for (Step step : STEPS) {
            steps.put(step.name(), step(template, step, (steps.size() + 1) * 10, locale));
        }
        for (Tie tie : TIES) {
            Map<String, Object> link = new LinkedHashMap<>();
            link.put("template", template);
            link.put("fromStep", steps.get(tie.from()));
            link.put("toStep", steps.get(tie.to()));
            link.put("kind", tie.kind());
            link.put("lag", tie.lag());
            records.create(system, Draft.create(DeliveryTypes.TEMPLATE_LINK, link));
        }
        return template;
    }

    private UUID step(UUID template, Step step, int ordinal, Locale locale) {
        String key = "delivery.template." + step.name();
        List<String> checklist = new ArrayList<>();
        for (int line = 1; line <= step.lines(); line++) {
            checklist.add(texts.text(locale, key + "." + line));
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("template", template);
        values.put("ordinal", ordinal);
        values.put("name", texts.text(locale, key));
        values.put("applies", step.applies());
        values.put("halfDays", step.halfDays());
        values.put("skill", step.skill());
        values.put("checklist", checklist);
        return records.create(system, Draft.create(DeliveryTypes.TEMPLATE_STEP, values))
                .id();
    }
}
