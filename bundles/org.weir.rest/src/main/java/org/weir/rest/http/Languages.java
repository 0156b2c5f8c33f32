package org.weir.rest.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Texts;

/** The reader's language: as the request asks for, if Weir speaks it. */
public final class Languages {
    private static final int KEPT = 200;
    private final Texts texts;
    private final Map<String, List<Locale.LanguageRange>> parsed = new ConcurrentHashMap<>();

    public Languages(Texts texts) {
        this.texts = texts;
    }

    /** @param otherwise taken when the header is absent, malformed or asks for nothing that is there */
    public Locale choose(@Nullable String acceptLanguage, Locale otherwise) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return otherwise;
        }
        for (Locale.LanguageRange range : ranges(acceptLanguage)) {
            if (range.getRange().equals("*") || range.getWeight() == 0) {
                continue;
            }
            List<Locale.LanguageRange> one = List.of(range);
            Locale found = Locale.lookup(one, texts.locales());
            if (found == null) {
                List<Locale> wider = Locale.filter(one, texts.locales());
                found = wider.isEmpty() ? sameLanguage(range.getRange()) : wider.get(0);
            }
            if (found != null) {
                return found;
            }
        }
        return otherwise;
    }

    private @Nullable Locale sameLanguage(String range) {
        String language = Locale.forLanguageTag(range).getLanguage();
        for (Locale locale : texts.locales()) {
            if (!language.isEmpty() && locale.getLanguage().equals(language)) {
                return locale;
            }
        }
        return null;
    }

    private List<Locale.LanguageRange> ranges(String header) {
        List<Locale.LanguageRange> known = parsed.get(header);
        if (known != null) {
            return known;
        }
        List<Locale.LanguageRange> ranges;
        try {
            ranges = new ArrayList<>(Locale.LanguageRange.parse(header));
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) { // the latter for a lone dash
            ranges = List.of();
        }
        if (parsed.size() < KEPT && header.length() < 200) {
            parsed.put(header, ranges);
        }
        return ranges;
    }
}
