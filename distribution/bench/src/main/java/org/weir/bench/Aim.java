package org.weir.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a figure is to reach; zero stands for no aim. Milliseconds, requests per second, bytes of a body. */
record Aim(double p50, double p99, double perSecond, long bytes) {
    static final Aim NONE = new Aim(0, 0, 0, 0);

    static Aim p50(double millis) {
        return new Aim(millis, 0, 0, 0);
    }

    static Aim perSecond(double least) {
        return new Aim(0, 0, least, 0);
    }

    Aim andP99(double millis) {
        return new Aim(p50, millis, perSecond, bytes);
    }

    Aim andBytes(long most) {
        return new Aim(p50, p99, perSecond, most);
    }

    /** The aim beside the figure: what is asked, and what of it is missed. */
    String beside(Load.Figure figure) {
        List<String> said = new ArrayList<>();
        say(said, p50 > 0, String.format(Locale.ROOT, "p50 %.1f", p50), figure.p50() <= p50);
        say(said, p99 > 0, String.format(Locale.ROOT, "p99 %.1f", p99), figure.p99() <= p99);
        say(said, perSecond > 0, String.format(Locale.ROOT, "%.0f/s", perSecond), figure.perSecond() >= perSecond);
        say(said, bytes > 0, bytes + " bytes", figure.bytes() <= bytes);
        return String.join(", ", said);
    }

    private static void say(List<String> said, boolean asked, String what, boolean met) {
        if (asked) {
            said.add(what + (met ? " met" : " **missed**"));
        }
    }

    /** A single number that is to be at most so much. */
    static String atMost(double limit, String unit, double value) {
        return String.format(Locale.ROOT, "%.1f %s %s", limit, unit, value <= limit ? "met" : "**missed**");
    }
}
