package org.weir.access.password;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.weir.base.api.Text;

/**
 * What a password must be: long enough, and not what is tried first. No rules about kinds of characters: they make people
 * choose worse.
 */
public final class PasswordRules {
    private static final int LEAST_DIFFERENT = 5;
    private static final int LEAST_OWN = 8;

    private final CommonPasswords common;
    private final IntSupplier least;

    /** @param least characters */
    public PasswordRules(CommonPasswords common, IntSupplier least) {
        this.common = common;
        this.least = least;
    }

    /** What is wrong with it, for the person with this login and name. */
    public Optional<Text> refuse(String password, String login, String name) {
        int length = password.codePointCount(0, password.length());
        int needed = least.getAsInt();
        if (length < needed) {
            return Optional.of(Text.of("access.password.short", needed));
        }
        if (password.length() > Passwords.MOST) {
            return Optional.of(Text.of("access.password.long", Passwords.MOST));
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (login.length() >= 3 && lower.contains(login.toLowerCase(Locale.ROOT))) {
            return Optional.of(Text.of("access.password.login"));
        }
        if (password.codePoints().distinct().count() < LEAST_DIFFERENT || common.contains(lower)) {
            return Optional.of(Text.of("access.password.common"));
        }
        if (withoutKnownWords(lower, login, name).length() < LEAST_OWN) {
            return Optional.of(Text.of("access.password.known-words"));
        }
        return Optional.empty();
    }

    /** What is left when the words are taken out that everybody here would try. */
    private static String withoutKnownWords(String password, String login, String name) {
        List<String> words =
                new ArrayList<>(List.of("weir", "password", "passwort", "administrator", "admin", "welcome"));
        for (String word : (login + " " + name).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            if (word.length() >= 3) {
                words.add(word);
            }
        }
        words.sort(Comparator.comparing(String::length).reversed());
        String rest = password;
        for (String word : words) {
            rest = rest.replace(word, "");
        }
        return rest;
    }
}
