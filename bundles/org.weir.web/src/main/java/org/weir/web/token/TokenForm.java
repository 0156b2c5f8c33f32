package org.weir.web.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Directory;
import org.weir.access.api.Tokens;
import org.weir.access.api.Tokens.Wanted;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.web.api.Visit;

/**
 * The form for a new token.
 *
 * @param action where it is sent
 * @param cancel where one goes without
 * @param password whether one's password is asked for
 * @param errors by field; empty for the whole
 */
public record TokenForm(
        Visit v,
        String action,
        String cancel,
        boolean password,
        Wanted wanted,
        List<Days> days,
        List<Choice> permissions,
        Map<String, String> errors) {
    private static final List<Integer> OFFERED = List.of(7, 30, 90, 180, 366);
    private static final int QUARTER = 90;

    /** A time for which it may hold. */
    public record Days(String value, String label, boolean chosen) {}

    public record Choice(String code, String label, boolean chosen) {}

    /** What is wrong with the field; null for nothing. */
    public @Nullable String error(String field) {
        return errors.get(field);
    }

    /** Where it is sent and where one goes without it. */
    record Place(String action, String cancel, boolean password) {}

    static TokenForm of(
            Visit visit, Place place, Tokens tokens, Directory directory, Wanted wanted, Map<String, String> errors) {
        int longest = tokens.longestDays();
        Integer now = wanted.days();
        int chosen = now == null ? longest == 0 ? 0 : Math.min(QUARTER, longest) : now;
        List<Integer> offered = new ArrayList<>(
                OFFERED.stream().filter(it -> longest == 0 || it <= longest).toList());
        if (offered.isEmpty()) {
            offered.add(longest);
        }
        List<Days> days = new ArrayList<>();
        offered.forEach(it -> days.add(new Days(it.toString(), visit.t(Text.of("token.days", it)), it == chosen)));
        if (longest == 0) {
            days.add(new Days("", visit.t("token.ever"), chosen == 0));
        }
        boolean own = place.password();
        List<Choice> permissions = directory.permissions().stream()
                .filter(it -> !own || visit.actor().may(it.code()))
                .map(it -> new Choice(
                        it.code(), visit.t(it.text()), wanted.permissions().contains(it.code())))
                .toList();
        return new TokenForm(visit, place.action(), place.cancel(), own, wanted, days, permissions, errors);
    }

    static Wanted fresh() {
        return new Wanted("", false, new TreeSet<>(), null);
    }

    static Wanted typed(Visit visit) {
        String days = Objects.requireNonNullElse(visit.param("days"), "");
        return new Wanted(
                Objects.requireNonNullElse(visit.param("name"), "").strip(),
                "read".equals(visit.param("reach")),
                new TreeSet<>(visit.params("permission")),
                days.isEmpty() ? null : number(days));
    }

    private static int number(String days) {
        try {
            return Integer.parseInt(days);
        } catch (NumberFormatException notOne) {
            throw ProblemException.badRequest(Text.of("web.error.request"));
        }
    }
}
