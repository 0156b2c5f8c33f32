package org.weir.base.api;

import java.util.Locale;
import java.util.Set;

/** The letters in a person's round badge. */
public final class Initials {
    /** Chinese family names of two characters that are met today. */
    private static final Set<String> DOUBLE = Set.of(
            "欧阳", "上官", "司马", "司徒", "诸葛", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "令狐", "宇文", "长孙", "东方", "端木", "南宫", "西门", "独孤",
            "轩辕", "闻人", "申屠", "呼延", "百里", "赫连", "澹台", "宗政", "濮阳", "公冶");

    private Initials() {}

    /** At most two letters, of the first and the last word; of a Chinese name the family name; a Chinese name that follows a Latin one adds nothing. */
    public static String of(String name) {
        String[] words = name.strip().split("[\\s·・_.-]+");
        String first = words[0];
        if (first.isEmpty()) {
            return "";
        }
        if (Character.isIdeographic(first.codePointAt(0))) {
            return first.length() > 2 && DOUBLE.contains(first.substring(0, 2)) ? first.substring(0, 2) : letter(first);
        }
        String last = first;
        for (String word : words) {
            last = Character.isIdeographic(word.codePointAt(0)) ? last : word;
        }
        return last.equals(first) ? letter(first) : letter(first) + letter(last);
    }

    private static String letter(String word) {
        return word.substring(0, Character.charCount(word.codePointAt(0))).toUpperCase(Locale.ROOT);
    }
}
