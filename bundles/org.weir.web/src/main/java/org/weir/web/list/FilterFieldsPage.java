package org.weir.web.list;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.weir.base.api.ProblemException;
import org.weir.records.api.Field;
import org.weir.records.api.FieldSpec.Format;
import org.weir.records.api.Filter;
import org.weir.records.api.RecordType;
import org.weir.records.api.RecordTypes.Inverse;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;
import org.weir.web.cell.ShowValue;
import org.weir.web.cell.SystemField;
import org.weir.web.cell.Values;
import org.weir.web.shell.Json;
import org.weir.web.shell.Services;

/** {@code /r/TYPE/filter-fields}: what a filter may name: own fields, those of records referred to, those that refer here. */
public final class FilterFieldsPage implements Page {
    private final Services services;

    public FilterFieldsPage(Services services) {
        this.services = services;
    }

    @Override
    public String path() {
        return "/r/{type}/filter-fields";
    }

    @Override
    public String permission() {
        return SIGNED_IN;
    }

    private record One(String path, String label, String group, RecordType owner, Field field) {}

    @Override
    public Reply get(Visit visit) {
        RecordType type = services.types().get(visit.path("type"));
        if (!visit.actor().may(type.permission("read"))) {
            throw ProblemException.forbidden(type.permission("read"));
        }
        Map<UUID, String> titles = titles(visit, type);
        List<One> all = fields(visit, type);
        return new Reply.Json(Json.write(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("fields");
            for (One one : all) {
                write(visit, one, titles, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }));
    }

    private Map<UUID, String> titles(Visit visit, RecordType type) {
        Filter filter = services.filters().parse(visit.param("filter"));
        Values values =
                new Values(services.records(), services.types(), new ShowValue(services.formats(), visit), visit);
        if (filter != null) {
            Map<String, Set<UUID>> ids =
                    new DescribeFilter(services.types(), services.formats(), visit).ids(type, filter);
            values.prepareTitles(ids);
        }
        return new HashMap<>(values.titles());
    }

    private List<One> fields(Visit visit, RecordType type) {
        List<One> result = new ArrayList<>();
        add(visit, "", "", visit.t(type.one()), type, result);
        for (Field field : type.fields()) {
            if (!field.ref().isEmpty()) {
                services.types()
                        .find(field.ref())
                        .filter(it -> reads(visit, it))
                        .ifPresent(target -> {
                            String label = visit.t(type.label(field));
                            add(visit, field.name() + ".", label + " › ", label, target, result);
                        });
            }
        }
        for (Inverse inverse : services.types().inverses(type)) {
            if (reads(visit, inverse.type())) {
                String label = visit.t("record." + type.name() + ".inverse." + inverse.name());
                add(visit, inverse.name() + ".", label + " › ", label, inverse.type(), result);
            }
        }
        return result;
    }

    private static boolean reads(Visit visit, RecordType type) {
        return visit.actor().may(type.permission("read"));
    }

    private static void add(Visit visit, String path, String prefix, String group, RecordType owner, List<One> result) {
        for (Field field : owner.fields()) {
            if (!field.secret()) {
                result.add(new One(path + field.name(), prefix + visit.t(owner.label(field)), group, owner, field));
            }
        }
        for (SystemField it : SystemField.values()) {
            String name = it.field().name();
            result.add(new One(path + name, prefix + visit.t("web.field." + name), group, owner, it.field()));
        }
    }

    private void write(Visit visit, One one, Map<UUID, String> titles, JsonGenerator json) throws IOException {
        Field field = one.field();
        json.writeStartObject();
        json.writeStringField("path", one.path());
        json.writeStringField("label", one.label());
        json.writeStringField("group", one.group());
        json.writeStringField("kind", kind(field));
        if (field.kind() == Field.Kind.CHOICE) {
            json.writeArrayFieldStart("choices");
            for (String choice : field.choices()) {
                json.writeStartObject();
                json.writeStringField("value", choice);
                json.writeStringField("label", visit.t(one.owner().label(field, choice)));
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        String lookup = lookup(field);
        if (!lookup.isEmpty()) {
            json.writeStringField("lookup", lookup);
            json.writeObjectFieldStart("labels");
            writeLabels(visit, field, titles, json);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void writeLabels(Visit visit, Field field, Map<UUID, String> titles, JsonGenerator json)
            throws IOException {
        if (field.ref().equals("user")) {
            json.writeStringField("me", visit.t("web.filter.me"));
        } else if (field.ref().equals("team")) {
            json.writeStringField("my-team", visit.t("web.filter.my-team"));
        }
        if (!field.ref().isEmpty()) {
            for (Map.Entry<UUID, String> it : titles.entrySet()) {
                json.writeStringField(it.getKey().toString(), it.getValue());
            }
        } else if (field.format() == Format.COUNTRY) {
            for (String code : services.formats().countries()) {
                json.writeStringField(
                        code, new Locale.Builder().setRegion(code).build().getDisplayCountry(visit.locale()));
            }
        }
    }

    private static String lookup(Field field) {
        if (!field.ref().isEmpty()) {
            return "/lookup/" + field.ref();
        }
        return switch (field.format()) {
            case COUNTRY -> "/lookup/country";
            case LANGUAGE -> "/lookup/language";
            default -> "";
        };
    }

    private static String kind(Field field) {
        return switch (field.kind()) {
            case TEXT -> lookup(field).isEmpty() ? "text" : "ref";
            case CHOICE -> "choice";
            case BOOL -> "bool";
            case INTEGER, DECIMAL -> "number";
            case MONEY -> "money";
            case DATE -> "date";
            case TIME -> "time";
            case REF, REFS -> "ref";
            case LIST -> "list";
        };
    }
}
