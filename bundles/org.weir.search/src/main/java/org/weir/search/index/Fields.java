package org.weir.search.index;

/** The fields of an indexed document. Whoever changes what stands in them counts {@link Place#ANALYSIS} up. */
public final class Fields {
    /** Kind and id, by which a document is replaced. */
    static final String KEY = "key";

    public static final String KIND = "kind";
    static final String ID = "id";

    /** The whole title, bare. */
    public static final String EXACT = "exact";

    /** Beginnings of the whole title, bare. */
    public static final String BEGIN = "begin";

    /** Words of the title. */
    public static final String TITLE = "title";

    /** Beginnings of the words of the title. */
    public static final String TITLE_BEGIN = "title_begin";

    /** Words of everything else. */
    public static final String TEXT = "text";

    /** Beginnings of the words of the short texts. */
    public static final String TEXT_BEGIN = "text_begin";

    /** Words of the long texts, once each: their beginnings are found by walking the words, of which there are not too many. */
    public static final String LONG = "long";

    /** Beginnings of numbers and addresses, bare. */
    public static final String CODE = "code";

    public static final String PINYIN = "pinyin";

    /** The words that SmartCN sees, of title and texts. */
    public static final String CHINESE = "chinese";

    /** Beginnings are indexed so far; whatever is longer is looked for among the words. */
    public static final int LONGEST_BEGINNING = 10;

    static final int LONGEST_TITLE_BEGINNING = 20;

    private Fields() {}
}
