package org.weir.delivery.template;

import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.RecordSpec;

/** What projects of a kind are made of. One without a site type serves every site that has none of its own. */
@RecordSpec(
        name = "project-template",
        schema = "delivery",
        table = "project_template",
        icon = "copy",
        section = "section.basics",
        order = 835,
        keys = "name")
record ProjectTemplate(
        @FieldSpec(title = true, required = true, column = true, max = 120)
        String name,

        @FieldSpec(column = true) @Nullable String siteType,

        @FieldSpec(multiline = true, max = 5_000) @Nullable String note) {}
