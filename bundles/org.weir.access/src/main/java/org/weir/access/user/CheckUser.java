package org.weir.access.user;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Directory.User;
import org.weir.access.audit.Plain;
import org.weir.base.api.ProblemException.At;
import org.weir.base.api.Text;

/** Checks what can be said about a user. */
final class CheckUser {
    static final Set<String> THEMES = Set.of("auto", "light", "dark");

    private static final int NAME = 200;
    private static final int EMAIL = 254;
    private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@+-]{0,99}");
    private static final Pattern EMAIL_SHAPE =
            Pattern.compile("[^\\s@<>\"\\p{Cntrl}]+@[^\\s@<>\"\\p{Cntrl}]+\\.[^\\s@<>\"\\p{Cntrl}]+");
    private static final Pattern REGION = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,39}");

    private final Defaults defaults;
    private final List<At> wrong = new ArrayList<>();

    CheckUser(Defaults defaults) {
        this.defaults = defaults;
    }

    /** @param teams ids of the teams there are; @param roles codes of the roles there are */
    List<At> user(User user, Set<UUID> teams, Set<String> roles) {
        check(LOGIN.matcher(user.login()).matches(), "login", "access.user.login-format");
        String name = user.name().strip();
        if (name.isEmpty() || name.length() > NAME || !Plain.line(name, NAME).equals(name)) {
            wrong.add(new At("name", Text.of("access.field.length", 1, NAME)));
        }
        String email = user.email();
        check(
                email == null
                        || email.isBlank()
                        || (email.strip().length() <= EMAIL
                                && EMAIL_SHAPE.matcher(email.strip()).matches()),
                "email",
                "access.user.email-format");
        preferences(user.language(), user.zone(), null);
        UUID team = user.team();
        check(team == null || teams.contains(team), "team", "access.team.unknown");
        check(
                user.regions().stream().allMatch(r -> REGION.matcher(r).matches()),
                "regions",
                "access.user.region-format");
        check(roles.containsAll(user.roles()), "roles", "access.role.unknown");
        return wrong;
    }

    /** Null is not checked, empty means the default. */
    List<At> preferences(@Nullable String language, @Nullable String zone, @Nullable String theme) {
        check(language == null || language.isEmpty() || knows(language), "language", "access.user.language-unknown");
        check(
                zone == null || zone.isEmpty() || ZoneId.getAvailableZoneIds().contains(zone),
                "zone",
                "access.user.zone-unknown");
        check(theme == null || THEMES.contains(theme), "theme", "access.user.theme-unknown");
        return wrong;
    }

    private boolean knows(String language) {
        return defaults.locales().stream().map(Locale::toLanguageTag).anyMatch(language::equals);
    }

    private void check(boolean right, String field, String text) {
        if (!right) {
            wrong.add(new At(field, Text.of(text)));
        }
    }
}
