package org.weir.rest.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.ComputedField;
import org.weir.records.api.Field;
import org.weir.records.api.RecordType;
import org.weir.records.api.RecordTypes;

/**
 * Which members of a record are asked for: {@code fields=name,country,openTouchpoints}. Nothing named: every field and all
 * system members, nothing computed. The id and the version are always there.
 *
 * @param computed names of computed fields
 * @param system of {@code createdAt, createdBy, updatedAt, updatedBy}
 */
record Selection(List<Field> fields, List<String> computed, Set<String> system) {
    private static final Set<String> STAMPS = Set.of("createdAt", "createdBy", "updatedAt", "updatedBy");

    static Selection everything(RecordType type) {
        return new Selection(type.fields(), List.of(), STAMPS);
    }

    /** @throws ProblemException 400 naming the field that is unknown */
    static Selection of(RecordTypes types, RecordType type, @Nullable String names) {
        if (names == null) {
            return everything(type);
        }
        Set<String> known = new HashSet<>();
        types.computed(type).stream().map(ComputedField::name).forEach(known::add);
        List<Field> fields = new ArrayList<>();
        Set<String> computed = new LinkedHashSet<>();
        Set<String> system = new HashSet<>();
        for (String name : names.split(",")) {
            Field field = type.field(name);
            if (field != null) {
                if (!fields.contains(field)) {
                    fields.add(field);
                }
            } else if (STAMPS.contains(name)) {
                system.add(name);
            } else if (known.contains(name)) {
                computed.add(name);
            } else if (!name.equals("id") && !name.equals("version")) {
                throw ProblemException.badRequest(Text.of("rest.problem.field-unknown", name, type.name()));
            }
        }
        return new Selection(fields, List.copyOf(computed), system);
    }
}
