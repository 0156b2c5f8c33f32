package org.weir.web.cell;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Text;
import org.weir.records.api.ComputedField.Badge;
import org.weir.records.api.Field;
import org.weir.records.api.Formats;
import org.weir.records.api.RecordType;
import org.weir.web.api.Visit;

/** How one value looks to one reader. */
public final class ShowValue {
    private final Formats formats;
    private final Visit visit;
    private final ZoneId zone;

    public ShowValue(Formats formats, Visit visit) {
        this.formats = formats;
        this.visit = visit;
        this.zone = visit.actor().zone();
    }

    Shown value(RecordType type, Field field, @Nullable Object value, Map<UUID, String> titles) {
        if (value == null || (value instanceof List<?> list && list.isEmpty())) {
            return Shown.NONE;
        }
        return switch (field.kind()) {
            case REF -> reference(field.ref(), (UUID) value, titles);
            case REFS -> references(field.ref(), (List<?>) value, titles);
            case LIST ->
                new Shown.Plain(
                        String.join(
                                ", ",
                                ((List<?>) value).stream().map(Object::toString).toList()),
                        false);
            case TIME -> moment((Instant) value);
            case INTEGER, DECIMAL, MONEY -> new Shown.Plain(text(type, field, value), true);
            case CHOICE -> choice(type, field, value);
            case TEXT -> words(type, field, value);
            case BOOL, DATE -> new Shown.Plain(text(type, field, value), false);
        };
    }

    private String text(RecordType type, Field field, Object value) {
        return formats.show(type, field, value, visit.locale(), zone);
    }

    private Shown choice(RecordType type, Field field, Object value) {
        String text = text(type, field, value);
        return field.name().equals("grade") && text.length() == 1
                ? new Shown.Grade(text)
                : new Shown.Plain(text, false);
    }

    private Shown words(RecordType type, Field field, Object value) {
        String text = text(type, field, value);
        return switch (field.format()) {
            case EMAIL -> new Shown.Link(text, "mailto:" + value, true);
            case PHONE -> new Shown.Link(text, "tel:" + value.toString().replaceAll("[^0-9+]", ""), true);
            case URL -> web(text, value.toString());
            default -> field.multiline() ? new Shown.Prose(text) : new Shown.Plain(text, false);
        };
    }

    /** Only addresses of the web become links. */
    private static Shown web(String text, String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        boolean web = lower.startsWith("https://") || lower.startsWith("http://");
        return web ? new Shown.Link(text.replaceFirst("^https?://", ""), value, true) : new Shown.Plain(text, false);
    }

    private Shown references(String ref, List<?> ids, Map<UUID, String> titles) {
        List<Shown> all = new ArrayList<>();
        ids.forEach(it -> all.add(reference(ref, (UUID) it, titles)));
        return new Shown.Several(all, false);
    }

    private Shown reference(String ref, UUID id, Map<UUID, String> titles) {
        String title = titles.get(id);
        if (title == null) {
            return new Shown.Plain(visit.t("web.hidden"), false);
        }
        boolean page = !ref.equals("user") && !ref.equals("team");
        return page ? new Shown.Link(title, "/r/" + ref + "/" + id, false) : new Shown.Plain(title, false);
    }

    private Shown moment(Instant at) {
        return new Shown.Moment(visit.time(at), visit.fullTime(at), at.toString());
    }

    Shown computed(@Nullable Object value) {
        if (value == null) {
            return Shown.NONE;
        }
        if (value instanceof Text text) {
            return new Shown.Plain(visit.t(text), false);
        }
        if (value instanceof Badge badge) {
            return badge(badge);
        }
        if (value instanceof List<?> several) {
            List<Shown> all = new ArrayList<>();
            several.forEach(it -> all.add(computed(it)));
            return all.isEmpty() ? Shown.NONE : new Shown.Several(all, true);
        }
        if (value instanceof Number number) {
            return new Shown.Plain(
                    java.text.NumberFormat.getInstance(visit.locale()).format(number), true);
        }
        if (value instanceof LocalDate date) {
            return new Shown.Plain(
                    DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                            .withLocale(visit.locale())
                            .format(date),
                    false);
        }
        return value instanceof Instant at ? moment(at) : new Shown.Plain(value.toString(), false);
    }

    private Shown badge(Badge badge) {
        String label = visit.t(badge.label());
        String hint = visit.t(badge.hint());
        if (badge.tone().equals("face")) {
            String part = hint.startsWith("SR") ? "sr" : hint.startsWith("FR") ? "fr" : "";
            return new Shown.Face(label, part, hint);
        }
        return new Shown.Tag(label, badge.tone().equals("plain") ? "" : badge.tone(), hint);
    }

    String unnamed() {
        return visit.t("web.unnamed");
    }
}
