package org.weir.delivery.scheduling;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the single-mode files of the PSPLIB (".sm"), by which planners are compared; all is one project, "all". */
public final class PspFile {
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private PspFile() {}

    /** @throws IllegalArgumentException if it is another kind of file */
    public static Problem read(Path file) throws IOException {
        return read(Files.readAllLines(file, StandardCharsets.ISO_8859_1));
    }

    static Problem read(List<String> lines) {
        Problem.Builder builder = Problem.builder();
        int at = after(lines, "RESOURCEAVAILABILITIES");
        int[] capacity = numbers(lines.get(at + 1));
        for (int i = 0; i < capacity.length; i++) {
            builder.resource("R" + i, Profile.always(capacity[i]));
        }
        for (int line = after(lines, "PRECEDENCE RELATIONS") + 1;
                !lines.get(line).startsWith("*");
                line++) {
            int[] numbers = numbers(lines.get(line));
            for (int i = 3; i < numbers.length; i++) {
                builder.link("" + numbers[0], "" + numbers[i], LinkType.FINISH_START, 0);
            }
        }
        for (int line = after(lines, "REQUESTS/DURATIONS") + 2; !lines.get(line).startsWith("*"); line++) {
            int[] numbers = numbers(lines.get(line));
            Activity activity = Activity.of("" + numbers[0], "all", numbers[2]);
            for (int i = 0; i < capacity.length; i++) {
                activity = activity.needs("R" + i, numbers[3 + i]);
            }
            builder.activity(activity);
        }
        return builder.build();
    }

    private static int after(List<String> lines, String heading) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(heading)) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("no " + heading);
    }

    private static int[] numbers(String line) {
        return NUMBER.matcher(line)
                .results()
                .map(it -> it.group())
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
