package org.weir.itest.attack;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.weir.itest.attack.Wire.Answer;

/**
 * The pages and forms that somebody comes to by following every link, a few of each kind: two addresses are of a kind when
 * they differ in ids only.
 */
final class Pages {
    private static final Pattern READ = Pattern.compile("(?:href|hx-get|src|data-href)=\"(/[^\"#]*)\"");
    private static final Pattern FORM = Pattern.compile("<form[^>]*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern ACTION = Pattern.compile("action=\"(/[^\"#]*)\"");
    private static final Pattern WRITE = Pattern.compile("(?:hx-post|formaction)=\"(/[^\"#]*)\"");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** What is read, and what is written to, each once of its kind by default. */
    final Map<String, Set<String>> read = new TreeMap<>();

    final Map<String, Set<String>> written = new TreeMap<>();
    private final Visitor visitor;
    private final int each;
    private final Map<String, Integer> taken = new HashMap<>();
    private final Deque<String> ahead = new ArrayDeque<>();

    private Pages(Visitor visitor, int each) {
        this.visitor = visitor;
        this.each = each;
    }

    /** @param each so many of a kind; @param most so many pages at most */
    static Pages seenBy(Visitor visitor, int each, int most, String... starts) throws IOException {
        Pages pages = new Pages(visitor, each);
        pages.ahead.addAll(List.of(starts));
        for (int i = 0; i < most && !pages.ahead.isEmpty(); i++) {
            pages.look(pages.ahead.removeFirst());
        }
        return pages;
    }

    private void look(String address) throws IOException {
        Answer answer = visitor.get(address);
        if (answer.status() >= 500) {
            throw new AssertionError(address + ": " + answer);
        }
        if (answer.status() >= 400 || !answer.header("Content-Type").startsWith("text/html")) {
            return;
        }
        String html = answer.text().replace("&amp;", "&");
        Matcher link = READ.matcher(html);
        while (link.find()) {
            found(link.group(1));
        }
        Matcher form = FORM.matcher(html);
        while (form.find()) {
            Matcher action = ACTION.matcher(form.group());
            boolean posts = form.group().toLowerCase(java.util.Locale.ROOT).contains("method=\"post\"");
            if (posts) {
                put(written, action.find() ? action.group(1) : address);
            }
        }
        Matcher write = WRITE.matcher(html);
        while (write.find()) {
            put(written, write.group(1));
        }
    }

    private void found(String address) {
        String kind = kind(address);
        boolean ours = !address.startsWith("/assets/")
                && !address.startsWith("/live")
                && !address.startsWith("//")
                && !address.startsWith("/api/docs");
        if (ours && read.getOrDefault(kind, Set.of()).size() < each && put(read, address)) {
            int before = taken.merge(kind, 1, Integer::sum);
            if (before <= each) {
                ahead.addLast(address);
            }
        }
    }

    private static boolean put(Map<String, Set<String>> map, String address) {
        return map.computeIfAbsent(kind(address), it -> new TreeSet<>()).add(address);
    }

    /** The path without ids and query. */
    static String kind(String address) {
        return ID.matcher(address.split("\\?", 2)[0]).replaceAll("ID");
    }

    static Pattern id() {
        return ID;
    }
}
