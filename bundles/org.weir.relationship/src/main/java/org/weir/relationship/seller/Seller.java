package org.weir.relationship.seller;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.RecordSpec;

/** Somebody who sells, under a manager and in an office; perhaps one of the users. */
@RecordSpec(
        name = "seller",
        schema = "relationship",
        table = "seller",
        icon = "contact",
        section = "section.basics",
        order = 810,
        keys = "name")
record Seller(
        @FieldSpec(
                title = true,
                required = true,
                unique = true,
                column = true,
                importedAs = {"sales_agent", "Salesperson", "销售"})
        String name,

        @FieldSpec(
                ref = "seller",
                inverse = "reports",
                column = true,
                importedAs = {"manager", "sales_manager"})
        @Nullable
        UUID manager,

        @FieldSpec(
                column = true,
                importedAs = {"regional_office", "Office", "办事处"})
        @Nullable
        String office,

        @FieldSpec(ref = "user", column = true) @Nullable UUID employee) {}
