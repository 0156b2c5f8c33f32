package org.weir.web.list;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.Field;
import org.weir.records.api.Filter;
import org.weir.records.api.Filter.Condition;
import org.weir.records.api.Formats;
import org.weir.records.api.Formats.Parsed;
import org.weir.records.api.RecordType;
import org.weir.records.api.RecordTypes;
import org.weir.web.api.Visit;
import org.weir.web.cell.Values;

/** Says a filter in plain words. */
final class DescribeFilter {
    private final Formats formats;
    private final Visit visit;
    private final Paths paths;

    DescribeFilter(RecordTypes types, Formats formats, Visit visit) {
        this.formats = formats;
        this.visit = visit;
        this.paths = new Paths(types);
    }

    /**
     * One chip per part that must hold.
     *
     * @param label what it is about; empty when {@code words} says all
     * @param rest the filter without this part
     */
    record Part(String label, String words, @Nullable Filter rest) {
        public String whole() {
            return label.isEmpty() ? words : label + " " + words;
        }
    }

    List<Part> parts(RecordType type, @Nullable Filter filter, Values values) {
        if (filter == null) {
            return List.of();
        }
        values.prepareTitles(ids(type, filter));
        List<Filter> all = filter instanceof Filter.And and ? and.all() : List.of(filter);
        List<Part> result = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            List<Filter> others = new ArrayList<>(all);
            others.remove(i);
            Filter rest = others.isEmpty() ? null : others.size() == 1 ? others.get(0) : new Filter.And(others);
            if (all.get(i) instanceof Condition condition) {
                result.add(new Part(label(type, condition.path()), predicate(type, condition, values.titles()), rest));
            } else {
                result.add(new Part("", words(type, all.get(i), values.titles()), rest));
            }
        }
        return result;
    }

    /** All references named in the filter, by type, so that their titles come in one go. */
    Map<String, Set<UUID>> ids(RecordType type, Filter filter) {
        Map<String, Set<UUID>> result = new HashMap<>();
        collect(type, filter, result);
        return result;
    }

    private void collect(RecordType type, Filter filter, Map<String, Set<UUID>> result) {
        if (filter instanceof Filter.And and) {
            and.all().forEach(it -> collect(type, it, result));
        } else if (filter instanceof Filter.Or or) {
            or.any().forEach(it -> collect(type, it, result));
        } else if (filter instanceof Filter.Not not) {
            collect(type, not.not(), result);
        } else if (filter instanceof Condition condition) {
            Paths.Found found = paths.find(type, condition.path());
            if (found != null && !found.field().ref().isEmpty()) {
                condition.values().forEach(it -> id(it, found.field().ref(), result));
            }
        }
    }

    private static void id(String text, String ref, Map<String, Set<UUID>> result) {
        UUID id = uuid(text);
        if (id != null) {
            result.computeIfAbsent(ref, key -> new HashSet<>()).add(id);
        }
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return text.length() == 36 ? UUID.fromString(text) : null;
        } catch (IllegalArgumentException other) {
            return null;
        }
    }

    private String words(RecordType type, Filter filter, Map<UUID, String> titles) {
        if (filter instanceof Filter.And and) {
            return joined(type, and.all(), "web.filter.and", titles);
        }
        if (filter instanceof Filter.Or or) {
            return joined(type, or.any(), "web.filter.or", titles);
        }
        if (filter instanceof Filter.Not not) {
            return visit.t("web.filter.not", words(type, not.not(), titles));
        }
        Condition condition = (Condition) filter;
        return label(type, condition.path()) + " " + predicate(type, condition, titles);
    }

    private String joined(RecordType type, List<Filter> some, String key, Map<UUID, String> titles) {
        String result = "";
        for (Filter it : some) {
            String words = words(type, it, titles);
            String part = it instanceof Condition ? words : "(" + words + ")";
            result = result.isEmpty() ? part : visit.t(key, result, part);
        }
        return result;
    }

    private String label(RecordType type, String path) {
        return paths.label(type, path, visit);
    }

    private String predicate(RecordType type, Condition condition, Map<UUID, String> titles) {
        Paths.Found found = paths.find(type, condition.path());
        String first = condition.values().isEmpty() ? "" : condition.values().get(0);
        boolean text = found == null
                || found.field().kind() == Field.Kind.TEXT
                || found.field().kind() == Field.Kind.LIST;
        boolean not = condition.op() == Filter.Op.NE || condition.op() == Filter.Op.OUT;
        switch (condition.op()) {
            case NULL:
                return visit.t(first.equals("false") ? "web.filter.set" : "web.filter.empty");
            case EQ, NE:
                if (text && first.contains("*")) {
                    return pattern(first, not);
                }
                return visit.t(not ? "web.filter.is-not" : "web.filter.is", value(found, first, titles));
            case IN, OUT:
                String any = String.join(
                        ", ",
                        condition.values().stream()
                                .map(it -> value(found, it, titles))
                                .toList());
                return visit.t(not ? "web.filter.is-not" : "web.filter.is", any);
            default:
                return visit.t("web.filter." + comparison(condition.op(), found), value(found, first, titles));
        }
    }

    private static String comparison(Filter.Op op, Paths.@Nullable Found found) {
        boolean time = found != null
                && (found.field().kind() == Field.Kind.DATE || found.field().kind() == Field.Kind.TIME);
        String name = op.name().toLowerCase(java.util.Locale.ROOT);
        return time ? name + ".time" : name;
    }

    private String pattern(String star, boolean not) {
        boolean starts = star.startsWith("*");
        boolean ends = star.endsWith("*") && star.length() > 1;
        String bare = star.substring(starts ? 1 : 0, ends ? star.length() - 1 : star.length());
        String plain = bare.replace("\\*", "*").replace("\\\\", "\\");
        String key = starts && ends ? "contains" : starts ? "ends" : ends ? "begins" : "like";
        return visit.t("web.filter." + (not ? "not-" : "") + key, plain);
    }

    private String value(Paths.@Nullable Found found, String text, Map<UUID, String> titles) {
        if (text.equals("me") || text.equals("my-team")) {
            return visit.t("web.filter." + text);
        }
        if (found == null) {
            return text;
        }
        Field field = found.field();
        if (!field.ref().isEmpty()) {
            UUID id = uuid(text);
            return id == null ? text : titles.getOrDefault(id, visit.t("web.hidden"));
        }
        return text.startsWith("today") ? today(text) : shown(found, field, text);
    }

    private String shown(Paths.Found found, Field field, String text) {
        ZoneId zone = visit.actor().zone();
        Parsed parsed = formats.parse(found.owner(), field, text, visit.locale(), zone);
        Object value = parsed.value();
        boolean single = field.kind() != Field.Kind.LIST && value != null;
        return single ? formats.show(found.owner(), field, value, visit.locale(), zone) : text;
    }

    private String today(String text) {
        String rest = text.substring("today".length());
        if (rest.isEmpty()) {
            return visit.t("web.filter.today");
        }
        try {
            int days = Integer.parseInt(rest);
            return visit.t(days < 0 ? "web.filter.days-ago" : "web.filter.days-ahead", Math.abs(days));
        } catch (NumberFormatException other) {
            return text;
        }
    }
}
