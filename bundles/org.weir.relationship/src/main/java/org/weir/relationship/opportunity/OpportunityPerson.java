package org.weir.relationship.opportunity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.RecordSpec;

/** A person in the decision chain of an opportunity: the role, how much the word counts, and how far we are supported. */
@RecordSpec(
        name = "opportunity-person",
        schema = "relationship",
        table = "opportunity_person",
        icon = "users",
        visibleThrough = "opportunity",
        keys = "person+opportunity")
record OpportunityPerson(
        @FieldSpec(title = true, required = true, ref = "person", inverse = "opportunityPeople", column = true)
        UUID person,

        @FieldSpec(required = true, ref = "opportunity", inverse = "people", column = true)
        UUID opportunity,

        @FieldSpec(required = true, column = true, initial = "influences")
        Part part,

        @FieldSpec(required = true, column = true, initial = "3")
        Integer weight,

        @FieldSpec(required = true, column = true, initial = "0")
        Integer support,

        @FieldSpec(multiline = true, max = 2_000, column = true) @Nullable
        String evidence) {

    /** What the person does in the decision. */
    enum Part {
        DECIDES,
        APPROVES,
        EVALUATES,
        INFLUENCES,
        USES,
        BLOCKS,
        COACHES
    }
}
