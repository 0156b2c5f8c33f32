package org.weir.base.texts;

import java.text.MessageFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One text in one language, compiled once; plain texts are ready to hand out. */
final class Pattern {
    private final String source;
    private final @Nullable String plain;
    private final @Nullable MessageFormat format;

    private Pattern(String source, @Nullable String plain, @Nullable MessageFormat format) {
        this.source = source;
        this.plain = plain;
        this.format = format;
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
        Object[] shown = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            shown[i] = Shown.in(locale, args[i], catalog);
        }
        try {
            return ((MessageFormat) format.clone()).format(shown);
        } catch (IllegalArgumentException misfit) {
            // an argument does not fit its format: the text without arguments beats an error page
            return source;
        }
    }
}
