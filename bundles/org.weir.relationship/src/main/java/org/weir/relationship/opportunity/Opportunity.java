package org.weir.relationship.opportunity;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Money;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordSpec;
import org.weir.records.api.Row;

/** Business with a customer that may be won. */
@RecordSpec(
        name = "opportunity",
        schema = "relationship",
        table = "opportunity",
        icon = "target",
        section = "section.relationship",
        order = 40,
        visibleThrough = "account",
        sort = "expectedClose",
        timeline = "engaged",
        keys = {"externalKey", "number"})
record Opportunity(
        @FieldSpec(number = "O", column = true, max = 40) @Nullable
        String number,

        @FieldSpec(
                title = true,
                required = true,
                column = true,
                importedAs = {"Opportunity", "Opportunity name", "Deal", "商机"})
        String title,

        @FieldSpec(ref = "account", inverse = "opportunities", meaning = Meaning.ACCOUNT, column = true) @Nullable
        UUID account,

        @FieldSpec(ref = "lead", inverse = "opportunities") @Nullable
        UUID lead,

        @FieldSpec(
                required = true,
                column = true,
                sortable = true,
                initial = "prospecting",
                importedAs = {"deal_stage", "阶段"})
        Stage stage,

        @FieldSpec(
                column = true,
                sortable = true,
                importedAs = {"close_value", "Value", "金额"})
        @Nullable
        Money amount,

        @FieldSpec @Nullable Integer probability,

        @FieldSpec(ref = "product", inverse = "opportunities", importedAs = "产品") @Nullable
        UUID product,

        @FieldSpec(ref = "competitor", inverse = "opportunities")
        List<UUID> competitors,

        @FieldSpec(
                section = "dates",
                sortable = true,
                importedAs = {"engage_date"})
        @Nullable
        LocalDate engaged,

        @FieldSpec(column = true, section = "dates", sortable = true) @Nullable
        LocalDate expectedClose,

        @FieldSpec(
                section = "dates",
                sortable = true,
                importedAs = {"close_date"})
        @Nullable
        LocalDate closed,

        @FieldSpec(section = "result") @Nullable Reason reason,

        @FieldSpec(multiline = true, max = 2_000, section = "result") @Nullable
        String reasonWords,

        @FieldSpec(
                ref = "seller",
                inverse = "opportunities",
                section = "ours",
                importedAs = {"sales_agent", "销售"})
        @Nullable
        UUID seller,

        @FieldSpec(ref = "user", meaning = Meaning.OWNER, initial = "me", section = "ours", column = true) @Nullable
        UUID owner,

        @FieldSpec(ref = "team", meaning = Meaning.TEAM, initial = "my-team", section = "ours") @Nullable
        UUID team,

        @FieldSpec(
                max = 80,
                unique = true,
                section = "ours",
                importedAs = {"opportunity_id", "外部编号"})
        @Nullable
        String externalKey) {

    static boolean isOpen(Row row) {
        return !isClosed(row);
    }

    static boolean isClosed(Row row) {
        return "won".equals(row.text("stage")) || "lost".equals(row.text("stage"));
    }

    /** A choice as it is kept. */
    static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How far it has come; the last two are closed. */
    enum Stage {
        PROSPECTING,
        ENGAGING,
        PROPOSAL,
        NEGOTIATION,
        WON,
        LOST
    }

    /** Why it was won or lost. */
    enum Reason {
        PRICE,
        SOLUTION,
        RELATIONSHIP,
        DELIVERY,
        SERVICE,
        TIMING,
        INCUMBENT,
        NO_BUDGET,
        NO_DECISION,
        OTHER
    }
}
