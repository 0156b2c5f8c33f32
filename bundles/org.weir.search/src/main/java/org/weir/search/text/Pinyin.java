package org.weir.search.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How Chinese is read, without tones: whole syllables and their initials, from any character on. */
public final class Pinyin {
    /** From a character within a run so many letters are indexed. */
    public static final int LONGEST_FROM_WITHIN = 10;

    private static final int MOST_READINGS = 3;
    private static final int MOST_WAYS = 8;
    private static final int LONGEST_RUN = 16;
    private static final int LONGEST_FROM_START = 16;
    private static final int SHORTEST = 2;

    private Pinyin() {}

    /** The table, read when the first Chinese text comes. */
    private static final class Table {
        private static final int FIRST = 0x3400;
        private static final int LAST = 0x9fff;
        private static final String[] NONE = {};
        private static final @Nullable String[][] READINGS = read();

        private static @Nullable String[][] read() {
            @Nullable String[][] readings = new String[LAST - FIRST + 1][];
            InputStream in = Pinyin.class.getResourceAsStream("/pinyin_dict_char.txt");
            if (in == null) {
                throw new IllegalStateException("the table of readings is missing");
            }
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    int c = line.isEmpty() ? 0 : line.codePointAt(0);
                    int colon = line.indexOf(':');
                    if (c >= FIRST && c <= LAST && colon > 0) {
                        readings[c - FIRST] = plain(line.substring(colon + 1));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return readings;
        }

        private static String[] plain(String written) {
            Set<String> plain = new LinkedHashSet<>();
            for (String reading : written.split(",")) {
                String apart = Normalizer.normalize(reading.strip(), Normalizer.Form.NFD);
                String letters = apart.replace("u\u0308", "v").replaceAll("[^a-z]", "");
                if (!letters.isEmpty() && plain.size() < MOST_READINGS) {
                    plain.add(letters.intern());
                }
            }
            return plain.toArray(NONE);
        }

        static String[] of(int c) {
            String[] readings = c < FIRST || c > LAST ? null : READINGS[c - FIRST];
            return readings == null ? NONE : readings;
        }
    }

    /** All beginnings, of two letters and more, of what the run may be typed as, from any of its characters on. */
    public static Set<String> beginnings(String run) {
        int[] all = run.codePoints().limit(LONGEST_RUN).toArray();
        Set<String> found = new LinkedHashSet<>();
        for (int from = 0; from < all.length; from++) {
            int longest = from == 0 ? LONGEST_FROM_START : LONGEST_FROM_WITHIN;
            grow(all, from, longest, false, found);
            grow(all, from, longest, true, found);
        }
        return found;
    }

    private static void grow(int[] all, int from, int longest, boolean initials, Set<String> found) {
        Set<String> ways = Set.of("");
        for (int at = from; at < all.length && !ways.isEmpty(); at++) {
            Set<String> next = new LinkedHashSet<>();
            for (String way : ways) {
                for (String reading : Table.of(all[at])) {
                    if (next.size() < MOST_WAYS) {
                        next.add(way + (initials ? reading.substring(0, 1) : reading));
                    }
                }
            }
            for (String way : next) {
                for (int length = SHORTEST; length <= Math.min(way.length(), longest); length++) {
                    found.add(way.substring(0, length));
                }
            }
            next.removeIf(it -> it.length() >= longest);
            ways = next;
        }
    }

    /** Which letters beginnings may be sought with: at most as many as were indexed. */
    public static boolean typed(String word) {
        return word.length() >= SHORTEST && word.chars().allMatch(it -> it >= 'a' && it <= 'z');
    }

    public static String cut(String word) {
        return word.length() > LONGEST_FROM_START ? word.substring(0, LONGEST_FROM_START) : word;
    }

    /** Which part of the run the letters stand for, as offsets in UTF-16 units; null when they do not. */
    public static int @Nullable [] match(String run, String typed) {
        List<Integer> offsets = new ArrayList<>();
        for (int at = 0; at < run.length(); at += Character.charCount(run.codePointAt(at))) {
            offsets.add(at);
        }
        for (int start : offsets) {
            int end = syllables(run, start, typed);
            if (end < 0) {
                end = initials(run, start, typed);
            }
            if (end >= 0) {
                return new int[] {start, end};
            }
        }
        return null;
    }

    private static int syllables(String run, int at, String left) {
        if (left.isEmpty()) {
            return at;
        }
        if (at >= run.length()) {
            return -1;
        }
        int c = run.codePointAt(at);
        int next = at + Character.charCount(c);
        for (String reading : Table.of(c)) {
            if (reading.startsWith(left)) {
                return next;
            }
            if (left.startsWith(reading)) {
                int end = syllables(run, next, left.substring(reading.length()));
                if (end >= 0) {
                    return end;
                }
            }
        }
        return -1;
    }

    private static int initials(String run, int start, String typed) {
        int at = start;
        for (int i = 0; i < typed.length(); i++) {
            if (at >= run.length()) {
                return -1;
            }
            int c = run.codePointAt(at);
            char letter = typed.charAt(i);
            boolean fits = false;
            for (String reading : Table.of(c)) {
                fits |= reading.charAt(0) == letter;
            }
            if (!fits) {
                return -1;
            }
            at += Character.charCount(c);
        }
        return at;
    }
}
