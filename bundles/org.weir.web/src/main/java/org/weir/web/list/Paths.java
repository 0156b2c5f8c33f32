package org.weir.web.list;

import org.jspecify.annotations.Nullable;
import org.weir.records.api.Field;
import org.weir.records.api.RecordType;
import org.weir.records.api.RecordTypes;
import org.weir.web.api.Visit;
import org.weir.web.cell.SystemField;

/** Follows the paths of conditions, over references and inverses. */
final class Paths {
    private final RecordTypes types;

    Paths(RecordTypes types) {
        this.types = types;
    }

    /** @param owner the type whose field it is */
    record Found(RecordType owner, Field field) {}

    /** Null when the path leads nowhere now. */
    @Nullable
    Found find(RecordType from, String path) {
        String[] steps = path.split("\\.");
        RecordType at = from;
        for (int i = 0; i < steps.length - 1; i++) {
            RecordType next = step(at, steps[i]);
            if (next == null) {
                return null;
            }
            at = next;
        }
        Field field = field(at, steps[steps.length - 1]);
        return field == null ? null : new Found(at, field);
    }

    private @Nullable RecordType step(RecordType at, String name) {
        Field field = at.field(name);
        if (field != null) {
            return field.ref().isEmpty() ? null : types.find(field.ref()).orElse(null);
        }
        return types.inverses(at).stream()
                .filter(it -> it.name().equals(name))
                .map(RecordTypes.Inverse::type)
                .findFirst()
                .orElse(null);
    }

    static @Nullable Field field(RecordType type, String name) {
        SystemField system = SystemField.find(name);
        Field declared = type.field(name);
        return declared != null || system == null ? declared : system.field();
    }

    /** Group › Name; what leads nowhere is said as it is written. */
    String label(RecordType from, String path, Visit visit) {
        StringBuilder label = new StringBuilder();
        RecordType at = from;
        String[] steps = path.split("\\.");
        for (int i = 0; i < steps.length; i++) {
            if (!label.isEmpty()) {
                label.append(" › ");
            }
            label.append(at == null ? steps[i] : word(at, steps[i], visit));
            at = at == null || i == steps.length - 1 ? null : step(at, steps[i]);
        }
        return label.toString();
    }

    private String word(RecordType at, String step, Visit visit) {
        Field declared = at.field(step);
        if (declared != null) {
            return visit.t(at.label(declared));
        }
        if (SystemField.find(step) != null) {
            return visit.t("web.field." + step);
        }
        boolean inverse = types.inverses(at).stream().anyMatch(it -> it.name().equals(step));
        return inverse ? visit.t("record." + at.name() + ".inverse." + step) : step;
    }
}
