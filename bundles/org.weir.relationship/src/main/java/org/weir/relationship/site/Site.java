package org.weir.relationship.site;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.FieldSpec.Format;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordSpec;

/** A location of a customer: where equipment stands and people work. */
@RecordSpec(
        name = "site",
        schema = "relationship",
        table = "site",
        icon = "map-pin",
        section = "section.relationship",
        order = 60,
        visibleThrough = "account",
        keys = {"account+name", "code"})
record Site(
        @FieldSpec(
                title = true,
                required = true,
                column = true,
                importedAs = {"Site", "Site name", "站点"})
        String name,

        @FieldSpec(
                max = 60,
                column = true,
                importedAs = {"Site id", "Site code", "编号"})
        @Nullable
        String code,

        @FieldSpec(required = true, ref = "account", inverse = "sites", meaning = Meaning.ACCOUNT, column = true)
        UUID account,

        @FieldSpec(max = 300) @Nullable String address,

        @FieldSpec(max = 120, column = true) @Nullable String city,

        @FieldSpec(
                format = Format.COUNTRY,
                column = true,
                importedAs = {"Country", "国家"})
        @Nullable
        String country,

        @FieldSpec(
                section = "position",
                importedAs = {"lat", "纬度"})
        @Nullable
        BigDecimal latitude,

        @FieldSpec(
                section = "position",
                importedAs = {"lon", "lng", "经度"})
        @Nullable
        BigDecimal longitude,

        @FieldSpec(
                max = 60,
                section = "position",
                importedAs = {"Time zone", "时区"})
        @Nullable
        String zone,

        @FieldSpec(multiline = true, max = 20_000) @Nullable String note) {}
