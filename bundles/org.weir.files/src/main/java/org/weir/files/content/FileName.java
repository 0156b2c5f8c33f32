package org.weir.files.content;

import java.util.regex.Pattern;

/** A file's name as people may read it: no folders, nothing invisible, nothing that turns the reading direction. */
public final class FileName {
    private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]");
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\"<>|:*?]");
    private static final int LONGEST = 200;

    private FileName() {}

    /** Never empty; the ending is kept when it is cut. */
    public static String clean(String name) {
        String clean = HIDDEN.matcher(FOLDERS.matcher(name).replaceFirst(""))
                .replaceAll("")
                .strip();
        while (clean.startsWith(".")) {
            clean = clean.substring(1);
        }
        if (clean.isEmpty()) {
            return "file";
        }
        if (clean.codePointCount(0, clean.length()) <= LONGEST) {
            return clean;
        }
        int dot = clean.lastIndexOf('.');
        String ending = dot > 0 && clean.length() - dot <= 10 ? clean.substring(dot) : "";
        return clean.substring(0, clean.offsetByCodePoints(0, LONGEST - ending.length())) + ending;
    }
}
