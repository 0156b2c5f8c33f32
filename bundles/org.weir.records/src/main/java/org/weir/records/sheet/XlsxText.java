package org.weir.records.sheet;

import java.util.regex.Pattern;

/** Characters that XML cannot hold stand in a workbook as {@code _xHHHH_}. */
final class XlsxText {
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private XlsxText() {}

    /** The text that the escapes mean. */
    static String decode(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPE.matcher(text)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    /** The text as XML content, with escapes for what XML cannot hold. */
    static String encode(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '_' && ESCAPE.matcher(text).region(i, text.length()).lookingAt()) {
                out.append("_x005F_");
            } else if (c == '&') {
                out.append("&amp;");
            } else if (c == '<') {
                out.append("&lt;");
            } else if (c == '>') {
                out.append("&gt;");
            } else if (c == '"') {
                out.append("&quot;");
            } else if (c < ' ' && c != '\n' && c != '\t' || c >= '\uFFFE' || loneSurrogate(text, i)) {
                out.append("_x").append(String.format("%04X", (int) c)).append('_');
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean loneSurrogate(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
