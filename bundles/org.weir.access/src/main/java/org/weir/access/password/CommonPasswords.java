package org.weir.access.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** Passwords of at least 12 characters that are on every guesser's list, in lower case. */
public final class CommonPasswords {
    private static final String FILE = "common-passwords.txt";

    private final Set<String> all;

    public CommonPasswords() {
        try (InputStream in = CommonPasswords.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            all = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean contains(String lowerCase) {
        return all.contains(lowerCase);
    }
}
