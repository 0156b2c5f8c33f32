package org.weir.base.texts;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Texts;

/** All texts at one moment; never changes. Where two files bring the same key, the first one counts. */
public final class Catalog implements Texts {
    private final Map<Locale, Map<String, Pattern>> languages;
    private final Map<String, Map<String, Pattern>> byLanguageOnly = new HashMap<>();
    private final Map<String, Pattern> english;

    private Catalog(Map<Locale, Map<String, Pattern>> languages) {
        this.languages = languages;
        this.english = languages.getOrDefault(Locale.ENGLISH, Map.of());
        languages.forEach((locale, texts) -> byLanguageOnly.putIfAbsent(locale.getLanguage(), texts));
    }

    public static Catalog of(Collection<TextFile> files) {
        Map<Locale, Map<String, Pattern>> languages = new LinkedHashMap<>();
        languages.put(Locale.ENGLISH, new HashMap<>());
        for (TextFile file : files) {
            Map<String, Pattern> patterns = languages.computeIfAbsent(file.locale(), it -> new HashMap<>());
            file.texts()
                    .forEach((key, source) -> patterns.computeIfAbsent(key, it -> Pattern.of(source, file.locale())));
        }
        return new Catalog(languages);
    }

    @Override
    public String text(Locale locale, String key, Object... args) {
        Pattern pattern = pattern(locale, key);
        return pattern == null ? key : pattern.with(args, locale, this);
    }

    @Override
    public Optional<String> find(Locale locale, String key, Object... args) {
        Pattern pattern = pattern(locale, key);
        return pattern == null ? Optional.empty() : Optional.of(pattern.with(args, locale, this));
    }

    @Override
    public Set<Locale> locales() {
        return Collections.unmodifiableSet(new LinkedHashSet<>(languages.keySet()));
    }

    private @Nullable Pattern pattern(Locale locale, String key) {
        Map<String, Pattern> texts = languages.get(locale);
        if (texts == null) {
            texts = byLanguageOnly.getOrDefault(locale.getLanguage(), english);
        }
        Pattern pattern = texts.get(key);
        return pattern == null ? english.get(key) : pattern;
    }
}
