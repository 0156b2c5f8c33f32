package org.weir.records.change;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.weir.base.api.ProblemException;
import org.weir.base.api.ProblemException.At;
import org.weir.base.api.Text;
import org.weir.records.api.Field;

/** What is wrong with a draft, the first thing per field; and whether only values are taken. */
public final class Wrongs {
    private final List<At> all = new ArrayList<>();
    private final Set<String> fields = new HashSet<>();
    private boolean onlyTaken = true;

    public void add(Field field, Text why) {
        add(field.name(), why);
    }

    public void add(String field, Text why) {
        onlyTaken = false;
        if (field.isEmpty() || fields.add(field)) {
            all.add(new At(field, why));
        }
    }

    void taken(Field field) {
        if (fields.add(field.name())) {
            all.add(takenAt(field));
        }
    }

    boolean at(Field field) {
        return fields.contains(field.name());
    }

    /** @throws ProblemException 422, or 409 when nothing is wrong but that values are taken */
    public void refuse() {
        if (all.isEmpty()) {
            return;
        }
        throw onlyTaken
                ? new ProblemException(409, Text.of("records.problem.taken"), all)
                : ProblemException.invalid(all);
    }

    static At takenAt(Field field) {
        return new At(field.name(), Text.of("records.error.taken"));
    }
}
