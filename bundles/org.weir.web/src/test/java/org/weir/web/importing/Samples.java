package org.weir.web.importing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.weir.access.api.Actor;
import org.weir.access.api.Scope;
import org.weir.records.api.Field;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.Imports.Batch;
import org.weir.records.api.Imports.Mapping;
import org.weir.records.api.Imports.Reading;
import org.weir.records.api.Imports.State;
import org.weir.records.api.RecordSpec;
import org.weir.records.api.RecordType;

/** A small type and a batch for it. */
final class Samples {
    static final Actor ANNA = new Actor(
            new UUID(1, 1),
            "anna",
            "Anna",
            Locale.ENGLISH,
            ZoneOffset.UTC,
            Actor.NO_TEAM,
            Set.of(),
            Set.of(),
            Map.of("*", Set.of(Scope.ALL)));

    private Samples() {}

    @RecordSpec(name = "sample", schema = "samples", table = "sample", icon = "tag", section = "", order = 1)
    private record Sample(String name) {}

    static RecordType type() {
        return new RecordType(
                Sample.class.getAnnotation(RecordSpec.class),
                List.of(
                        field("name", Field.Kind.TEXT, true, List.of("Network", "客户")),
                        field("codes", Field.Kind.LIST, false, List.of())),
                Sample.class);
    }

    private static Field field(String name, Field.Kind kind, boolean title, List<String> importedAs) {
        return new Field(
                name,
                name,
                kind,
                title,
                title,
                100,
                false,
                FieldSpec.Format.values()[0],
                List.of(),
                "",
                "",
                FieldSpec.Meaning.values()[0],
                false,
                true,
                "",
                false,
                false,
                importedAs,
                "",
                "",
                false,
                false);
    }

    static Batch batch(State state, boolean certain, List<String> heads, List<List<String>> preview) {
        return new Batch(
                new UUID(2, 2),
                "sample",
                "names.csv",
                state,
                new Reading("UTF-8", ",", "", certain),
                List.of(),
                heads,
                preview,
                new Mapping(Map.of("name", List.of(0)), List.of("name"), List.of(), "en"),
                Map.of(),
                preview.size(),
                null,
                null,
                Instant.EPOCH);
    }
}
