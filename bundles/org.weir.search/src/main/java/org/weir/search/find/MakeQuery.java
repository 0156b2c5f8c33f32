package org.weir.search.find;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.weir.search.index.Fields;
import org.weir.search.text.Chinese;
import org.weir.search.text.Codes;
import org.weir.search.text.Pinyin;
import org.weir.search.text.Token;

/** Says in Lucene's words what was asked for. */
final class MakeQuery {
    private static final float TIE = 0.1f;
    private static final int SHORTEST_OPEN = 4;
    private static final int EXPANSIONS = 40;

    private final Sought sought;
    private final boolean near;

    /** @param near words written nearly so will do */
    MakeQuery(Sought sought, boolean near) {
        this.sought = sought;
        this.near = near;
    }

    Query make(Collection<String> kinds, boolean all) {
        BooleanQuery.Builder words = new BooleanQuery.Builder();
        for (Token token : sought.tokens()) {
            words.add(token.chinese() ? chinese(token.term()) : word(token.term()), Occur.MUST);
        }
        String bare = sought.bare();
        words.add(boost(term(Fields.EXACT, bare), 8), Occur.SHOULD);
        words.add(boost(term(Fields.BEGIN, bare), 4), Occur.SHOULD);
        Query found = words.build();
        if (sought.code()) {
            found = new DisjunctionMaxQuery(List.of(found, boost(term(Fields.CODE, Codes.cut(bare)), 6)), TIE);
        }
        if (all) {
            return found;
        }
        Set<BytesRef> names = kinds.stream().map(BytesRef::new).collect(Collectors.toSet());
        return new BooleanQuery.Builder()
                .add(found, Occur.MUST)
                .add(new TermInSetQuery(Fields.KIND, names), Occur.FILTER)
                .build();
    }

    private Query word(String word) {
        List<Query> any = new ArrayList<>();
        any.add(boost(term(Fields.TITLE, word), 3));
        any.add(term(Fields.TEXT, word));
        if (word.length() <= Fields.LONGEST_BEGINNING) {
            any.add(boost(term(Fields.TITLE_BEGIN, word), 1.5f));
            any.add(boost(term(Fields.TEXT_BEGIN, word), 0.5f));
        } else {
            any.add(boost(new PrefixQuery(new Term(Fields.TITLE, word)), 8));
            any.add(boost(new PrefixQuery(new Term(Fields.TEXT, word)), 4));
        }
        if (word.length() >= SHORTEST_OPEN) {
            any.add(boost(new PrefixQuery(new Term(Fields.LONG, word)), 0.5f));
        }
        if (Pinyin.typed(word)) {
            any.add(boost(term(Fields.PINYIN, Pinyin.cut(word)), 1.5f));
            if (word.length() > Pinyin.LONGEST_FROM_WITHIN) {
                any.add(term(Fields.PINYIN, word.substring(0, Pinyin.LONGEST_FROM_WITHIN)));
            }
        }
        int edits = near ? Near.edits(word) : 0;
        if (edits > 0) {
            any.add(boost(new FuzzyQuery(new Term(Fields.TITLE, word), edits, 1, EXPANSIONS, true), 2));
            any.add(new FuzzyQuery(new Term(Fields.TEXT, word), edits, 1, EXPANSIONS, true));
            if (Pinyin.typed(word)) {
                String cut = Pinyin.cut(word);
                any.add(boost(new FuzzyQuery(new Term(Fields.PINYIN, cut), edits, 1, EXPANSIONS, true), 0.5f));
            }
        }
        return new DisjunctionMaxQuery(any, TIE);
    }

    /** All pairs of neighbours, or all words that SmartCN sees, which need not stand together. */
    private static Query chinese(String run) {
        BooleanQuery.Builder pairs = new BooleanQuery.Builder();
        for (String pair : Chinese.pairs(run)) {
            Query either =
                    new DisjunctionMaxQuery(List.of(boost(term(Fields.TITLE, pair), 3), term(Fields.TEXT, pair)), TIE);
            pairs.add(either, Occur.MUST);
        }
        Set<String> words = Chinese.words(run);
        if (words.size() < 2) {
            return pairs.build();
        }
        BooleanQuery.Builder apart = new BooleanQuery.Builder();
        words.forEach(it -> apart.add(boost(term(Fields.CHINESE, it), 0.7f), Occur.MUST));
        return new DisjunctionMaxQuery(List.of(pairs.build(), apart.build()), TIE);
    }

    private static Query term(String field, String text) {
        return new TermQuery(new Term(field, text));
    }

    private static Query boost(Query query, float by) {
        return new BoostQuery(query, by);
    }
}
