package org.weir.delivery.template;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.delivery.crew.Skill;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.RecordSpec;

/** A step that becomes a task: once per project, per site, or per site and item of the contract. */
@RecordSpec(
        name = "template-step",
        schema = "delivery",
        table = "template_step",
        icon = "list",
        visibleThrough = "template",
        sort = "ordinal")
record TemplateStep(
        @FieldSpec(required = true, ref = "project-template", inverse = "steps")
        UUID template,

        @FieldSpec(required = true, column = true, sortable = true)
        Integer ordinal,

        @FieldSpec(title = true, required = true, column = true, max = 120)
        String name,

        @FieldSpec(required = true, column = true, initial = "site")
        Applies applies,

        @FieldSpec(max = 120) @Nullable String itemWord,

        @FieldSpec(required = true, column = true) Integer halfDays,

        @FieldSpec(required = true, column = true) Skill skill,

        @FieldSpec(max = 300) List<String> checklist) {

    /** What makes a task of its own. */
    enum Applies {
        PROJECT,
        SITE,
        ITEM
    }
}
