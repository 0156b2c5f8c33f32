package org.weir.relationship.person;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.FieldSpec.Format;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordSpec;

/** Somebody at a customer. Where they work stands in their employments, so that they can change or have several. */
@RecordSpec(
        name = "person",
        schema = "relationship",
        table = "person",
        icon = "user",
        section = "section.relationship",
        order = 20,
        visibleThrough = "employment.person",
        keys = {"email", "name"})
record Person(
        @FieldSpec(
                title = true,
                required = true,
                column = true,
                importedAs = {"Full name", "Contact", "联系人", "姓名"})
        String name,

        @FieldSpec(
                column = true,
                importedAs = {"Chinese name", "中文名"})
        @Nullable
        String nameLocal,

        @FieldSpec(
                format = Format.EMAIL,
                column = true,
                sortable = true,
                importedAs = {"Mail", "E-mail", "邮箱"})
        @Nullable
        String email,

        @FieldSpec(format = Format.PHONE, max = 60) @Nullable
        String phone,

        @FieldSpec(
                format = Format.PHONE,
                max = 60,
                importedAs = {"Cell", "手机"})
        @Nullable
        String mobile,

        @FieldSpec(format = Format.LANGUAGE) @Nullable String speaks,

        @FieldSpec(section = "personal") @Nullable LocalDate birthday,

        @FieldSpec(multiline = true, max = 20_000, section = "personal") @Nullable
        String note,

        @FieldSpec(ref = "user", meaning = Meaning.OWNER, initial = "me", section = "ours") @Nullable
        UUID owner,

        @FieldSpec(ref = "team", meaning = Meaning.TEAM, initial = "my-team", section = "ours") @Nullable
        UUID team) {}
