package org.weir.search.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** The words of a run of Chinese: each character, each pair of neighbours, and the words that SmartCN sees. */
public final class Chinese {
    private Chinese() {}

    public static List<String> characters(String run) {
        return run.codePoints().mapToObj(Character::toString).toList();
    }

    /** Pairs of neighbours; the character itself when there is one only. */
    public static List<String> pairs(String run) {
        int[] all = run.codePoints().toArray();
        if (all.length == 1) {
            return List.of(run);
        }
        List<String> pairs = new ArrayList<>(all.length);
        for (int i = 0; i + 1 < all.length; i++) {
            pairs.add(new String(all, i, 2));
        }
        return pairs;
    }

    /** Words of two characters and more, in order; may be none. */
    public static Set<String> words(String run) {
        Set<String> words = new LinkedHashSet<>();
        if (run.length() < 3) {
            return words;
        }
        try (HMMChineseTokenizer tokenizer = new HMMChineseTokenizer()) {
            tokenizer.setReader(new StringReader(run));
            CharTermAttribute term = tokenizer.getAttribute(CharTermAttribute.class);
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                if (term.length() > 1) {
                    words.add(term.toString());
                }
            }
            tokenizer.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
