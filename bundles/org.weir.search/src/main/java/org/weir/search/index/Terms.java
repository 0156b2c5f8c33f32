package org.weir.search.index;

import java.util.Collection;
import java.util.Iterator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Terms that are ready, as Lucene takes them. */
final class Terms extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final Collection<String> terms;
    private Iterator<String> left;

    Terms(Collection<String> terms) {
        this.terms = terms;
        this.left = terms.iterator();
    }

    @Override
    public void reset() {
        left = terms.iterator();
    }

    @Override
    public boolean incrementToken() {
        if (!left.hasNext()) {
            return false;
        }
        clearAttributes();
        term.append(left.next());
        return true;
    }
}
