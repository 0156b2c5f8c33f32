package org.weir.base.texts;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** One text in one language, compiled once; plain texts are ready to hand out. */
final class Pattern {
    private static final int COUNTED = 200;

    private final String source;
    private final @Nullable String plain;
    private final @Nullable MessageFormat format;
    /** With a small number as the only argument, as lists repeat it row by row. */
    private final AtomicReferenceArray<@Nullable String> counted;

    private Pattern(String source, @Nullable String plain, @Nullable MessageFormat format) {
        this.source = source;
        this.plain = plain;
        this.format = format;
        this.counted = new AtomicReferenceArray<>(plain == null && format != null ? COUNTED : 0);
    }

    static Pattern of(String source, Locale locale) {
        if (source.indexOf('{') < 0 && source.indexOf('\'') < 0) {
            return new Pattern(source, source, null);
        }
        try {
            MessageFormat format = new MessageFormat(source, locale);
            boolean withoutArguments = format.getFormatsByArgumentIndex().length == 0;
            return new Pattern(source, withoutArguments ? format.format(new Object[0]) : null, format);
        } catch (IllegalArgumentException malformed) {
            // shown as it is rather than breaking the page; the testkit's TextKeys finds it at build time
            return new Pattern(source, source, null);
        }
    }

    String with(Object[] args, Locale locale, Catalog catalog) {
        if (plain != null || format == null) {
            return plain == null ? source : plain;
        }
        if (args.length == 1 && (args[0] instanceof Integer || args[0] instanceof Long)) {
            long number = ((Number) args[0]).longValue();
            if (number >= 0 && number < COUNTED) {
                String known = counted.get((int) number);
                if (known == null) {
                    known = format(format, args);
                    counted.set((int) number, known);
                }
                return known;
            }
        }
        Object[] shown = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            shown[i] = Shown.in(locale, args[i], catalog);
        }
        return format(format, shown);
    }

    private String format(MessageFormat format, Object[] args) {
        try {
            return ((MessageFormat) format.clone()).format(args);
        } catch (IllegalArgumentException misfit) {
            // an argument does not fit its format: the text without arguments beats an error page
            return source;
        }
    }
}
