package org.weir.records.format;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Countries and languages by code and by name, in any language. */
final class Countries {
    /** Not assigned by ISO 3166, but in use everywhere; without a code of three letters. */
    private static final String KOSOVO = "XK";

    /** Shorter names are too near to each other to mend a letter. */
    private static final int LONG_NAME = 7;

    private static final Set<String> COUNTRIES = countryCodes();

    /** How people call countries besides their names. */
    private static final Map<String, String> CALLED = Map.of(
            "uk",
            "GB",
            "england",
            "GB",
            "korea",
            "KR",
            "holland",
            "NL",
            "czech republic",
            "CZ",
            "ivory coast",
            "CI",
            "russian federation",
            "RU",
            "uae",
            "AE",
            "viet nam",
            "VN",
            "burma",
            "MM");

    private static final Set<String> LANGUAGES = new HashSet<>(Arrays.asList(Locale.getISOLanguages()));
    private static final List<Locale> ALWAYS = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    private final Map<Locale, Map<String, String>> countries = new ConcurrentHashMap<>();
    private final Map<Locale, Map<String, String>> languages = new ConcurrentHashMap<>();

    static Set<String> all() {
        return COUNTRIES;
    }

    private static Set<String> countryCodes() {
        Set<String> codes = new HashSet<>(Arrays.asList(Locale.getISOCountries()));
        codes.add(KOSOVO);
        return Set.copyOf(codes);
    }

    /** The alpha-2 code for a code or a name in the locale, English or Chinese; null when there is no such country. */
    @Nullable
    String country(String text, Locale locale) {
        String code = text.strip().toUpperCase(Locale.ROOT);
        if (COUNTRIES.contains(code)) {
            return code;
        }
        String folded = Folding.fold(text);
        String found =
                countries.computeIfAbsent(locale, Countries::countryNames).get(folded);
        for (Locale other : ALWAYS) {
            if (found == null) {
                found = countries
                        .computeIfAbsent(other, Countries::countryNames)
                        .get(folded);
            }
        }
        if (found == null) {
            found = CALLED.get(folded);
        }
        return found != null || folded.length() < LONG_NAME ? found : misspelt(folded);
    }

    /** The country whose English name is but one letter away, when there is just one: {@code Philipines}. */
    private @Nullable String misspelt(String folded) {
        Set<String> near = new HashSet<>();
        countries.computeIfAbsent(Locale.ENGLISH, Countries::countryNames).forEach((name, code) -> {
            if (name.length() >= LONG_NAME && oneLetterApart(name, folded)) {
                near.add(code);
            }
        });
        return near.size() == 1 ? near.iterator().next() : null;
    }

    /** Whether one letter more, less or other makes the texts the same. */
    private static boolean oneLetterApart(String one, String other) {
        String longer = one.length() >= other.length() ? one : other;
        String shorter = one.length() >= other.length() ? other : one;
        int more = longer.length() - shorter.length();
        if (more > 1) {
            return false;
        }
        int same = 0;
        while (same < shorter.length() && longer.charAt(same) == shorter.charAt(same)) {
            same++;
        }
        return longer.substring(Math.min(longer.length(), same + 1))
                .equals(shorter.substring(Math.min(shorter.length(), same + 1 - more)));
    }

    /** The BCP 47 tag for a tag or the name of a language. */
    @Nullable
    String language(String text, Locale locale) {
        Locale tag = Locale.forLanguageTag(text.strip().replace('_', '-'));
        if (LANGUAGES.contains(tag.getLanguage())) {
            return tag.toLanguageTag();
        }
        String folded = Folding.fold(text);
        String found =
                languages.computeIfAbsent(locale, Countries::languageNames).get(folded);
        for (Locale other : ALWAYS) {
            if (found == null) {
                found = languages
                        .computeIfAbsent(other, Countries::languageNames)
                        .get(folded);
            }
        }
        return found;
    }

    static String countryName(String code, Locale locale) {
        String name = new Locale.Builder().setRegion(code).build().getDisplayCountry(locale);
        return name.isEmpty() ? code : name;
    }

    static boolean isCountry(String code) {
        return COUNTRIES.contains(code);
    }

    static String languageName(String tag, Locale locale) {
        String name = Locale.forLanguageTag(tag).getDisplayName(locale);
        return name.isEmpty() ? tag : name;
    }

    private static Map<String, String> countryNames(Locale locale) {
        Map<String, String> names = new HashMap<>();
        for (String code : COUNTRIES) {
            Locale country = new Locale.Builder().setRegion(code).build();
            names.put(Folding.fold(country.getDisplayCountry(locale)), code);
            if (!code.equals(KOSOVO)) {
                names.putIfAbsent(Folding.fold(country.getISO3Country()), code);
            }
        }
        return names;
    }

    private static Map<String, String> languageNames(Locale locale) {
        Map<String, String> names = new HashMap<>();
        for (String code : LANGUAGES) {
            names.put(Folding.fold(Locale.forLanguageTag(code).getDisplayLanguage(locale)), code);
        }
        for (Locale known : Locale.getAvailableLocales()) {
            if (!known.getCountry().isEmpty() && known.getVariant().isEmpty()) {
                names.putIfAbsent(Folding.fold(known.getDisplayName(locale)), known.toLanguageTag());
            }
        }
        return names;
    }
}
