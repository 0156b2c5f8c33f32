package org.weir.itest.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.weir.itest.attack.Wire.Answer;
import org.weir.itest.attack.Wire.Header;

/** What the HTTP server refuses by itself, before a word of it reaches Weir: it knows nothing of problems and languages. */
final class HttpLayer {
    private static final int LONGEST_LINE = 8_000;
    private static final Pattern PATH =
            Pattern.compile("(?i)%(00|2f|5c|25|c0|ff|7f|0[0-9a-f]|1[0-9a-f]|ef%bf%b[ef])|//|;|\\\\|%2e");
    private static final Pattern TELLS =
            Pattern.compile("(?i)jetty[ /(:-]*\\d|powered by|\\bat [a-z]+\\.[a-z.]+\\(|Exception|org\\.(weir|eclipse)");

    private HttpLayer() {}

    /** Whether a request may be refused without Weir's words. */
    static boolean refuses(String target, List<Header> headers) {
        String path = target.split("\\?", 2)[0];
        int size = target.length();
        boolean odd = false;
        for (Header it : headers) {
            size += it.name().length() + it.value().length() + 4;
            odd |= it.name().equals("Expect");
        }
        return odd || size > LONGEST_LINE || PATH.matcher(path).find();
    }

    /** What is wrong with such a refusal: it must be one, or an answer of Weir's after all, and tell nothing of the inside. */
    static List<String> look(Answer answer) {
        List<String> wrong = new ArrayList<>();
        if (answer.status() >= 500) {
            wrong.add("a failure: " + answer);
        }
        if (answer.status() >= 400 && TELLS.matcher(answer.text()).find()) {
            wrong.add("tells of the inside: " + answer);
        }
        if (answer.header("Server").toLowerCase(Locale.ROOT).contains("jetty")) {
            wrong.add("names the server: " + answer);
        }
        return wrong;
    }
}
