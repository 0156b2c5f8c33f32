package org.weir.insight.chain;

import java.util.List;
import org.weir.web.api.Visit;

/**
 * What the templates draw.
 *
 * @param table whether the table was asked for instead of the picture
 * @param alone whether there is nothing but the record itself
 */
public record ChainView(Visit v, String url, boolean table, boolean alone, Picture picture, List<Group> groups) {

    /** A station with its records, for the table. */
    public record Group(String label, String icon, List<Line> lines, long more, String moreHref) {}

    /**
     * A record in words.
     *
     * @param tone {@code plain, good, warn, bad, info}
     * @param place {@code here, line, beside}
     */
    public record Line(
            String title,
            String number,
            String href,
            String state,
            String tone,
            String icon,
            String date,
            String due,
            String money,
            String responsible,
            String initials,
            String late,
            String place) {}

    /** Measures are those of the SVG. */
    public record Picture(
            int width, int height, List<Lane> lanes, List<Head> heads, List<Edge> edges, List<Box> boxes) {}

    public record Lane(int x, int width, String label) {}

    /** The name of a station above its records, or what is said below them. */
    public record Head(int x, int y, String label, String icon, String count, String href) {}

    /** @param line {@code on} when it lies on the way of the record at hand */
    public record Edge(String path, boolean line) {}

    /**
     * A record as drawn; words are cut to what fits.
     *
     * @param flat one line only
     */
    public record Box(
            int x,
            int y,
            int width,
            int height,
            boolean flat,
            Line line,
            String title,
            String below,
            String money,
            String state,
            String when) {}
}
