package org.weir.web.session;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Access;
import org.weir.base.api.Text;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;
import org.weir.web.shell.Request;

/** Sets language, theme or time zone, from the user menu. */
public final class PreferencePage implements Page {
    private static final Set<String> THEMES = Set.of("auto", "light", "dark");

    private final Access access;

    public PreferencePage(Access access) {
        this.access = access;
    }

    @Override
    public String path() {
        return "/preferences/{what}";
    }

    @Override
    public String permission() {
        return SIGNED_IN;
    }

    @Override
    public Reply get(Visit visit) {
        return new Reply.Redirect("/", null);
    }

    @Override
    public Reply post(Visit visit) {
        String theme = visit.param("theme");
        access.changePreferences(
                visit.actor().user(),
                given(visit.param("language")),
                given(visit.param("zone")),
                theme != null && THEMES.contains(theme) ? theme : null);
        if (visit.htmx() || "theme".equals(visit.path("what")) && "fetch".equals(visit.param("by"))) {
            return new Reply.Json("{}");
        }
        String back = visit.param("back");
        String referer = ((Request) visit).header("Referer");
        return new Reply.Redirect(back == null ? pathOf(referer) : SignIn.ours(back), Text.of("web.preferences.saved"));
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static String pathOf(@Nullable String referer) {
        if (referer == null) {
            return "/";
        }
        int slash = referer.indexOf('/', referer.indexOf("://") + 3);
        return slash < 0 ? "/" : SignIn.ours(referer.substring(slash));
    }

    /** The zones offered, by id. */
    public static List<String> zones() {
        return java.time.ZoneId.getAvailableZoneIds().stream()
                .filter(it ->
                        it.equals("UTC") || it.contains("/") && !it.startsWith("Etc/") && !it.startsWith("SystemV/"))
                .sorted()
                .toList();
    }
}
