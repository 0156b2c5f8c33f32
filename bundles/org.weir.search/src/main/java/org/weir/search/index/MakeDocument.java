package org.weir.search.index;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.weir.search.api.SearchDocuments;
import org.weir.search.text.Chinese;
import org.weir.search.text.Codes;
import org.weir.search.text.Pinyin;
import org.weir.search.text.Token;
import org.weir.search.text.Tokens;

/** Turns a document's texts into what is indexed of them. Nothing of the texts is stored. */
final class MakeDocument {
    private static final int LONGEST_TEXT = 100_000;
    private static final int SHORTEST_CODE = 2;
    private static final FieldType WORDS = type(IndexOptions.DOCS_AND_FREQS, false);
    private static final FieldType RANKED_SET = type(IndexOptions.DOCS, false);
    private static final FieldType SET = type(IndexOptions.DOCS, true);

    private final Set<String> exact = new LinkedHashSet<>();
    private final Set<String> begin = new LinkedHashSet<>();
    private final List<String> title = new ArrayList<>();
    private final Set<String> titleBegin = new LinkedHashSet<>();
    private final List<String> text = new ArrayList<>();
    private final Set<String> textBegin = new LinkedHashSet<>();
    private final Set<String> longWords = new LinkedHashSet<>();
    private final Set<String> code = new LinkedHashSet<>();
    private final Set<String> pinyin = new LinkedHashSet<>();
    private final List<String> chinese = new ArrayList<>();

    private MakeDocument() {}

    static String key(String kind, UUID id) {
        return kind + "/" + id;
    }

    static BytesRef bytes(UUID id) {
        byte[] bytes = new byte[16];
        ByteBuffer.wrap(bytes).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return new BytesRef(bytes);
    }

    static UUID id(BytesRef bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    static Document of(String kind, SearchDocuments.Document from) {
        MakeDocument made = new MakeDocument();
        made.title(from.title());
        from.codes().forEach(made::code);
        from.names().forEach(made::name);
        from.texts().forEach(made::text);
        Document document = new Document();
        document.add(new StringField(Fields.KEY, key(kind, from.id()), Field.Store.NO));
        document.add(new StringField(Fields.KIND, kind, Field.Store.NO));
        document.add(new SortedDocValuesField(Fields.KIND, new BytesRef(kind)));
        document.add(new BinaryDocValuesField(Fields.ID, bytes(from.id())));
        add(document, Fields.EXACT, made.exact, SET);
        add(document, Fields.BEGIN, made.begin, RANKED_SET);
        add(document, Fields.TITLE, made.title, WORDS);
        add(document, Fields.TITLE_BEGIN, made.titleBegin, RANKED_SET);
        add(document, Fields.TEXT, made.text, WORDS);
        add(document, Fields.TEXT_BEGIN, made.textBegin, SET);
        add(document, Fields.LONG, made.longWords, SET);
        add(document, Fields.CODE, made.code, SET);
        add(document, Fields.PINYIN, made.pinyin, SET);
        add(document, Fields.CHINESE, made.chinese, WORDS);
        return document;
    }

    private static void add(Document document, String name, Collection<String> terms, FieldType type) {
        if (!terms.isEmpty()) {
            document.add(new Field(name, new Terms(terms), type));
        }
    }

    private void title(String from) {
        List<Token> tokens = Tokens.of(from);
        if (tokens.isEmpty()) {
            return;
        }
        String bare = Codes.bare(tokens);
        exact.add(bare.length() > 200 ? bare.substring(0, 200) : bare);
        beginnings(bare, 1, Fields.LONGEST_TITLE_BEGINNING, begin);
        for (Token token : tokens) {
            words(token, title);
            if (token.chinese()) {
                pinyin.addAll(Pinyin.beginnings(token.term()));
            } else {
                beginnings(token.term(), 1, Fields.LONGEST_BEGINNING, titleBegin);
            }
        }
    }

    private void name(String from) {
        for (Token token : Tokens.of(from)) {
            words(token, text);
            if (token.chinese()) {
                pinyin.addAll(Pinyin.beginnings(token.term()));
            } else {
                beginnings(token.term(), SHORTEST_CODE, Fields.LONGEST_BEGINNING, textBegin);
            }
        }
    }

    private void text(String from) {
        String some = from.length() > LONGEST_TEXT ? from.substring(0, LONGEST_TEXT) : from;
        for (Token token : Tokens.of(some)) {
            words(token, text);
            if (!token.chinese()) {
                longWords.add(token.term());
            }
        }
    }

    private void code(String from) {
        List<Token> tokens = Tokens.of(from);
        beginnings(Codes.bare(tokens), SHORTEST_CODE, Codes.LONGEST, code);
        for (Token token : tokens) {
            words(token, text);
            beginnings(token.term(), SHORTEST_CODE, Fields.LONGEST_BEGINNING, textBegin);
        }
    }

    private void words(Token token, List<String> into) {
        if (!token.chinese()) {
            into.add(token.term());
            String counted = Codes.counted(token.term());
            if (!counted.isEmpty()) {
                into.add(counted);
            }
            return;
        }
        List<String> characters = Chinese.characters(token.term());
        into.addAll(characters);
        if (characters.size() > 1) {
            into.addAll(Chinese.pairs(token.term()));
            chinese.addAll(Chinese.words(token.term()));
        }
    }

    private static void beginnings(String word, int shortest, int longest, Set<String> into) {
        for (int end = shortest; end <= Math.min(word.length(), longest); end++) {
            if (!Character.isHighSurrogate(word.charAt(end - 1))) {
                into.add(word.substring(0, end));
            }
        }
    }

    private static FieldType type(IndexOptions options, boolean plain) {
        FieldType type = new FieldType();
        type.setIndexOptions(options);
        type.setTokenized(true);
        type.setOmitNorms(plain);
        type.freeze();
        return type;
    }
}
