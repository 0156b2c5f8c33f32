package org.weir.web.cell;

import java.util.ArrayList;
import java.util.List;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.ComputedField;
import org.weir.records.api.Field;
import org.weir.records.api.RecordType;
import org.weir.records.api.RecordTypes;
import org.weir.web.api.Visit;

/** Which columns a list can have, and has. */
public final class Columns {
    private final RecordTypes types;

    public Columns(RecordTypes types) {
        this.types = types;
    }

    /** All that may be chosen: own fields, computed ones, fields of records referred to, system fields. */
    public List<Column> all(RecordType type, Visit visit) {
        List<Column> result = new ArrayList<>();
        for (Field field : type.fields()) {
            result.add(own(type, field, visit));
        }
        for (ComputedField field : types.computed(type)) {
            result.add(new Column(
                    field.name(),
                    visit.t("record." + type.name() + "." + field.name()),
                    type,
                    null,
                    null,
                    null,
                    false,
                    field.column()));
        }
        type.fields().stream().filter(it -> it.kind() == Field.Kind.REF).forEach(ref -> types.find(ref.ref())
                .ifPresent(target -> addRefs(type, ref, target, visit, result)));
        for (SystemField it : SystemField.values()) {
            Field field = it.field();
            result.add(
                    new Column(field.name(), visit.t("web.field." + field.name()), type, field, null, it, true, false));
        }
        return result;
    }

    private static void addRefs(RecordType type, Field ref, RecordType target, Visit visit, List<Column> result) {
        if (!visit.actor().may(target.permission("read"))) {
            return;
        }
        for (Field field : target.fields()) {
            if (!field.title() && !field.multiline()) {
                String label = visit.t(type.label(ref)) + " › " + visit.t(target.label(field));
                result.add(new Column(ref.name() + "." + field.name(), label, target, field, ref, null, false, false));
            }
        }
    }

    private static Column own(RecordType type, Field field, Visit visit) {
        boolean sortable = field.title() || field.sortable();
        return new Column(
                field.name(),
                visit.t(type.label(field)),
                type,
                field,
                null,
                null,
                sortable,
                field.inList() || field.title());
    }

    /** The title first, then the declared ones, then computed ones that want to be there. */
    public List<Column> standard(List<Column> all) {
        List<Column> result = new ArrayList<>();
        all.stream().filter(Column::title).forEach(result::add);
        all.stream().filter(it -> it.standard() && !it.title()).forEach(result::add);
        return result;
    }

    /** @throws ProblemException 400 for an unknown name */
    public List<Column> chosen(List<Column> all, List<String> names) {
        if (names.isEmpty()) {
            return standard(all);
        }
        List<Column> result = new ArrayList<>();
        for (String name : names) {
            result.add(all.stream()
                    .filter(it -> it.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> ProblemException.badRequest(Text.of("web.error.column", name))));
        }
        return result;
    }
}
