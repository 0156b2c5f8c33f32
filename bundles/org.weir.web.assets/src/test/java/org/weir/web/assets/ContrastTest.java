package org.weir.web.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** WCAG 2.2 AA: 4.5 for text, 3 for the edges and marks of controls. */
final class ContrastTest {
    private static final Map<String, String> TEXT = Map.ofEntries(
            Map.entry(
                    "ink",
                    "paper sheet sunk raised accent-wash warn-wash bad-wash good-wash info-wash quiet-wash mark-wash"),
            Map.entry("ink-2", "paper sheet sunk raised accent-wash quiet-wash"),
            Map.entry("ink-3", "paper sheet sunk raised accent-wash quiet-wash"),
            Map.entry("accent", "paper sheet sunk raised accent-wash"),
            Map.entry("on-accent", "accent accent-3"),
            Map.entry("good", "sheet paper good-wash"),
            Map.entry("warn", "sheet paper warn-wash"),
            Map.entry("bad", "sheet paper sunk raised bad-wash"),
            Map.entry("info", "sheet info-wash"),
            Map.entry("on-bad", "bad"),
            Map.entry("paper", "ink"));
    private static final Map<String, String> MARKS = Map.of(
            "edge", "paper sheet sunk raised",
            "accent-2", "paper sheet sunk raised accent-wash",
            "accent", "quiet-wash",
            "warn", "quiet-wash",
            "bad", "quiet-wash");

    @Test
    void what_stands_on_a_colour_can_be_read_in_both_themes() throws IOException {
        assertEquals(List.of(), weak(TEXT, 4.5));
    }

    @Test
    void the_edges_of_controls_can_be_seen_in_both_themes() throws IOException {
        assertEquals(List.of(), weak(MARKS, 3));
    }

    private static List<String> weak(Map<String, String> pairs, double least) throws IOException {
        Map<String, List<String>> tokens = tokens();
        List<String> weak = new ArrayList<>();
        pairs.forEach((front, backs) -> {
            for (String back : backs.split(" ", -1)) {
                for (int theme = 0; theme < 2; theme++) {
                    double ratio = ratio(colour(tokens, front, theme), colour(tokens, back, theme));
                    if (ratio < least) {
                        weak.add("%s on %s, %s: %.2f".formatted(front, back, theme == 0 ? "light" : "dark", ratio));
                    }
                }
            }
        });
        return weak;
    }

    private static Map<String, List<String>> tokens() throws IOException {
        String css = Files.readString(Path.of("src/main/resources/static/weir/tokens.css"));
        Map<String, List<String>> tokens = new HashMap<>();
        Pattern.compile("--([\\w-]+): light-dark\\(#(\\w{6}), #(\\w{6})\\)")
                .matcher(css)
                .results()
                .forEach(it -> tokens.put(it.group(1), List.of(it.group(2), it.group(3))));
        return tokens;
    }

    private static int colour(Map<String, List<String>> tokens, String name, int theme) {
        return Integer.parseInt(tokens.getOrDefault(name, List.of()).get(theme), 16);
    }

    private static double ratio(int one, int other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double v = (channel & 0xff) / 255.0;
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }
}
