package org.weir.records.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Money;
import org.weir.base.api.Text;
import org.weir.base.api.Texts;
import org.weir.records.api.Field;
import org.weir.records.api.FieldSpec.Format;
import org.weir.records.api.Formats;
import org.weir.records.api.RecordType;

/** Values shown, written and read. */
@Component
public final class ValueFormats implements Formats {
    private static final int GROUPED_FROM = 10_000;

    private final Texts texts;
    private final ReadValue reader;

    @Activate
    public ValueFormats(@Reference Texts texts) {
        this.texts = texts;
        this.reader = new ReadValue(texts);
    }

    @Override
    public Set<String> countries() {
        return Countries.all();
    }

    @Override
    public String show(RecordType type, Field field, @Nullable Object value, Locale locale, ZoneId zone) {
        if (value == null) {
            return "";
        }
        return switch (field.kind()) {
            case TEXT -> text(field, (String) value, locale);
            case CHOICE -> texts.text(locale, type.label(field, (String) value));
            case BOOL -> texts.text(locale, (Boolean) value ? "records.yes" : "records.no");
            case INTEGER -> number(BigDecimal.valueOf((Long) value), locale);
            case DECIMAL -> number((BigDecimal) value, locale);
            case MONEY -> money((Money) value, locale);
            case DATE -> date((LocalDate) value, locale);
            case TIME -> time((Instant) value, locale, zone);
            case REF -> value.toString();
            case LIST, REFS -> entries(field, (List<?>) value, locale);
        };
    }

    private static String entries(Field field, List<?> entries, Locale locale) {
        return entries.stream().map(it -> text(field, it.toString(), locale)).collect(Collectors.joining(", "));
    }

    private static String text(Field field, String value, Locale locale) {
        if (field.format() == Format.COUNTRY && Countries.isCountry(value)) {
            return Countries.countryName(value, locale);
        }
        return field.format() == Format.LANGUAGE ? Countries.languageName(value, locale) : value;
    }

    private static String number(BigDecimal value, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(Math.max(0, value.scale()));
        format.setMinimumFractionDigits(Math.max(0, value.scale()));
        format.setGroupingUsed(value.abs().compareTo(BigDecimal.valueOf(GROUPED_FROM)) >= 0);
        return format.format(value);
    }

    private static String money(Money value, Locale locale) {
        int digits = Math.max(0, value.currency().getDefaultFractionDigits());
        BigDecimal amount = value.amount();
        int scale = Math.max(digits, amount.stripTrailingZeros().scale());
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(scale);
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        return format.format(amount) + " " + value.currency().getCurrencyCode();
    }

    private static String date(LocalDate value, Locale locale) {
        return dates(locale).format(value);
    }

    private static String time(Instant value, Locale locale, ZoneId zone) {
        var wall = value.atZone(zone);
        return date(wall.toLocalDate(), locale) + " "
                + DateTimeFormatter.ofPattern("HH:mm", locale).format(wall);
    }

    private static DateTimeFormatter dates(Locale locale) {
        return locale.getLanguage().equals("en")
                ? DateTimeFormatter.ofPattern("d MMM uuuu", locale)
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
    }

    @Override
    public String write(Field field, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        return switch (field.kind()) {
            case DECIMAL -> ((BigDecimal) value).toPlainString();
            case LIST, REFS -> ((List<?>) value).stream().map(Object::toString).collect(Collectors.joining("\n"));
            default -> value.toString();
        };
    }

    @Override
    public Parsed parse(RecordType type, Field field, String text, Locale locale, ZoneId zone) {
        String tidy = PlainText.tidy(text);
        if (tidy == null) {
            return new Parsed(null, null);
        }
        Object value = reader.read(type, field, tidy, locale, zone);
        return value instanceof Text error ? new Parsed(null, error) : new Parsed(value, null);
    }
}
