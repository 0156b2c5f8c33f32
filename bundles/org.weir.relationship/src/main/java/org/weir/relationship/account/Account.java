package org.weir.relationship.account;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.FieldSpec.Format;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordSpec;

/** A customer, or a group of customers; groups nest to any depth through {@code parent}. */
@RecordSpec(
        name = "account",
        schema = "relationship",
        table = "account",
        icon = "building-2",
        section = "section.relationship",
        order = 10,
        keys = {"name+country", "codes"})
record Account(
        @FieldSpec(
                title = true,
                required = true,
                column = true,
                importedAs = {"Network", "Operator", "Company", "Account", "Customer", "客户", "公司", "运营商"})
        String name,

        @FieldSpec(importedAs = {"Chinese name", "中文名"}) @Nullable
        String nameLocal,

        @FieldSpec(importedAs = {"Alias", "Brand", "别名"}) List<String> otherNames,

        @FieldSpec(required = true, initial = "company") Kind kind,

        @FieldSpec(
                ref = "account",
                inverse = "companies",
                column = true,
                importedAs = {"Group", "Parent company", "subsidiary_of", "集团"})
        @Nullable
        UUID parent,

        @FieldSpec(column = true, sortable = true) @Nullable Grade grade,

        @FieldSpec(
                format = Format.COUNTRY,
                column = true,
                sortable = true,
                importedAs = {"ISO", "Country", "office_location", "国家"})
        @Nullable
        String country,

        @FieldSpec(format = Format.REGION, meaning = Meaning.REGION) @Nullable
        String region,

        @FieldSpec(max = 120) @Nullable String city,

        @FieldSpec(
                max = 60,
                section = "reach",
                importedAs = {"MCC", "MNC", "Code", "PLMN"})
        List<String> codes,

        @FieldSpec(format = Format.URL, max = 300, section = "reach") @Nullable
        String website,

        @FieldSpec(format = Format.PHONE, max = 60, section = "reach") @Nullable
        String phone,

        @FieldSpec(
                max = 120,
                section = "facts",
                importedAs = {"Industry", "行业"})
        @Nullable
        String sector,

        @FieldSpec(
                section = "facts",
                importedAs = {"Headcount", "员工数"})
        @Nullable
        Long employees,

        @FieldSpec(
                section = "facts",
                importedAs = {"revenue", "Revenue in millions", "营业收入"})
        @Nullable
        BigDecimal revenueMillions,

        @FieldSpec(
                section = "facts",
                importedAs = {"year_established", "成立年份"})
        @Nullable
        Integer founded,

        @FieldSpec(ref = "user", meaning = Meaning.OWNER, initial = "me", section = "ours") @Nullable
        UUID owner,

        @FieldSpec(ref = "team", meaning = Meaning.TEAM, initial = "my-team", section = "ours") @Nullable
        UUID team,

        @FieldSpec(multiline = true, max = 20_000, section = "ours") @Nullable
        String note) {

    enum Kind {
        GROUP,
        COMPANY,
        SUBSIDIARY
    }

    /** S strategic partner, A partner, B key customer, C customer. */
    enum Grade {
        S,
        A,
        B,
        C
    }
}
