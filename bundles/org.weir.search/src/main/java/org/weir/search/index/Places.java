package org.weir.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;

/** Tells of what kind and id the documents found are, in the order they were found. */
public final class Places {
    private Places() {}

    public record Found(String kind, UUID id) {}

    public static List<Found> of(IndexSearcher searcher, ScoreDoc[] found) throws IOException {
        Integer[] byDocument = new Integer[found.length];
        Arrays.setAll(byDocument, it -> it);
        Arrays.sort(byDocument, Comparator.comparingInt(it -> found[it].doc));
        Found[] result = new Found[found.length];
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        int leafAt = -1;
        SortedDocValues kinds = null;
        BinaryDocValues ids = null;
        for (int at : byDocument) {
            int document = found[at].doc;
            int leaf = ReaderUtil.subIndex(document, leaves);
            if (leaf != leafAt || kinds == null || ids == null) {
                leafAt = leaf;
                kinds = leaves.get(leaf).reader().getSortedDocValues(Fields.KIND);
                ids = leaves.get(leaf).reader().getBinaryDocValues(Fields.ID);
            }
            int within = document - leaves.get(leaf).docBase;
            if (kinds.advanceExact(within) && ids.advanceExact(within)) {
                result[at] =
                        new Found(kinds.lookupOrd(kinds.ordValue()).utf8ToString(), MakeDocument.id(ids.binaryValue()));
            }
        }
        List<Found> all = new ArrayList<>(result.length);
        for (Found one : result) {
            if (one != null) {
                all.add(one);
            }
        }
        return all;
    }
}
