package org.weir.aftersales.servicecase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.aftersales.api.AftersalesTypes;
import org.weir.records.api.Query;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/** Looks through the case library for what resembles a trouble: the same product, the same words, in any language. */
public final class FindCases {
    private static final int LOOKED_AT = 500;
    private static final int PRODUCT = 3;
    private static final int KEYWORD = 2;
    private static final int ENOUGH = 2;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}&&[^\\p{IsHan}]]{3,}|\\p{IsHan}+");

    private final Records records;

    public FindCases(Records records) {
        this.records = records;
    }

    /** @param score how much of it fits; more is better */
    public record Found(Row row, int score) {}

    /**
     * The best first.
     *
     * @param words what is wrong
     * @param product item code of the unit in trouble, null when it is not known
     */
    public List<Found> like(Actor actor, String words, @Nullable String product, int limit) {
        Set<String> asked = words(words);
        List<Found> found = new ArrayList<>();
        List<Query.Sort> reusedFirst = List.of(new Query.Sort("reuseCount", true));
        Query query = new Query(AftersalesTypes.SERVICE_CASE, null, "", reusedFirst, LOOKED_AT, null, null);
        for (Row row : records.list(actor, query).rows()) {
            int score = score(row, asked, product);
            if (score >= ENOUGH) {
                found.add(new Found(row, score));
            }
        }
        found.sort(Comparator.comparingInt(Found::score).reversed());
        return found.size() > limit ? List.copyOf(found.subList(0, limit)) : found;
    }

    private static int score(Row row, Set<String> asked, @Nullable String product) {
        int score = product != null && row.list("products").contains(product) ? PRODUCT : 0;
        Set<String> keywords = new HashSet<>();
        row.list("keywords").forEach(it -> keywords.addAll(words(it)));
        Set<String> said = words(row.get("title") + " " + Objects.requireNonNullElse(row.text("problem"), ""));
        for (String word : asked) {
            score += keywords.contains(word) ? KEYWORD : said.contains(word) ? 1 : 0;
        }
        return score;
    }

    /** Words of three letters and more; Chinese, which has no blanks, as pairs of characters. */
    static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            String word = matcher.group();
            if (Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.HAN) {
                for (int i = 0; i + 2 <= word.length(); i++) {
                    words.add(word.substring(i, i + 2));
                }
            } else {
                words.add(word);
            }
        }
        return words;
    }
}
