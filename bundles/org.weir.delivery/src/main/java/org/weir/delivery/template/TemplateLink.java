package org.weir.delivery.template;

import java.util.UUID;
import org.weir.delivery.task.LinkKind;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.RecordSpec;

/** One step waits for another of the same template. */
@RecordSpec(
        name = "template-link",
        schema = "delivery",
        table = "template_link",
        icon = "link",
        visibleThrough = "template",
        sort = "createdAt")
record TemplateLink(
        @FieldSpec(required = true, ref = "project-template", inverse = "links")
        UUID template,

        @FieldSpec(title = true, required = true, ref = "template-step", inverse = "links", column = true)
        UUID fromStep,

        @FieldSpec(required = true, ref = "template-step", inverse = "waitsFor", column = true)
        UUID toStep,

        @FieldSpec(required = true, column = true, initial = "fs")
        LinkKind kind,

        @FieldSpec(required = true, column = true, initial = "0")
        Integer lag) {}
