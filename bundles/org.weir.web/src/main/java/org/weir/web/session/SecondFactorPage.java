package org.weir.web.session;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Access;
import org.weir.access.api.Access.Session;
import org.weir.access.api.SecondFactor;
import org.weir.access.api.SecondFactor.Setup;
import org.weir.access.api.SecondFactor.State;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Reply.Crumb;
import org.weir.web.api.Visit;
import org.weir.web.jte.StaticTemplates;
import org.weir.web.shell.Request;

/** {@code /account/second-factor}: sets it up, gives new recovery codes, takes it away. */
public final class SecondFactorPage implements Page {
    public static final String PATH = "/account/second-factor";
    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final Access access;

    public SecondFactorPage(Access access) {
        this.access = access;
    }

    /**
     * What is shown.
     *
     * @param must nothing else is open before it is set up
     * @param setup what waits for its first code; null when nothing does
     * @param picture of the setup
     * @param codes recovery codes just made; else empty
     * @param errors by field; empty for the whole
     */
    public record View(
            Visit v,
            boolean must,
            State state,
            @Nullable Setup setup,
            @Nullable Content picture,
            List<String> codes,
            Map<String, String> errors) {
        /** What is wrong with the field; null for nothing. */
        public @Nullable String error(String field) {
            return errors.get(field);
        }

        /** In fours, as one types it. */
        public String secret() {
            return setup == null ? "" : setup.secret().replaceAll("(.{4})(?=.)", "$1 ");
        }
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String permission() {
        return SIGNED_IN;
    }

    @Override
    public Reply get(Visit visit) {
        return show(visit, List.of(), Map.of());
    }

    @Override
    public Reply post(Visit visit) {
        SecondFactor second = access.secondFactor();
        UUID user = visit.actor().user();
        String present = Objects.requireNonNullElse(visit.param("present"), "");
        String code = typed(visit, "code");
        try {
            switch (typed(visit, "do")) {
                case "begin" -> {
                    second.begin(user, present);
                    return new Reply.Redirect(PATH, null);
                }
                case "confirm" -> {
                    return show(visit, second.confirm(user, session(visit).id(), code), Map.of());
                }
                case "codes" -> {
                    return show(visit, second.newCodes(user, present), Map.of());
                }
                case "remove" -> {
                    second.remove(user, present, code);
                    return new Reply.Redirect(PATH, Text.of("second.removed"));
                }
                default -> throw ProblemException.badRequest(Text.of("web.error.request"));
            }
        } catch (ProblemException refused) {
            if (refused.status() == 400) {
                throw refused;
            }
            visit.status(refused.status());
            Map<String, String> errors = new TreeMap<>();
            refused.fields().forEach(it -> errors.put(it.field(), visit.t(it.text())));
            if (errors.isEmpty()) {
                errors.put("", visit.t(refused.text()));
            }
            return show(visit, List.of(), errors);
        }
    }

    private Reply show(Visit visit, List<String> codes, Map<String, String> errors) {
        UUID user = visit.actor().user();
        State state = access.secondFactor().state(user);
        Setup setup = state.on() ? null : access.secondFactor().begun(user).orElse(null);
        Content picture = setup == null ? null : QrPicture.of(setup.uri(), visit.t("second.picture"));
        View view = new View(visit, session(visit).mustSetUpSecondFactor(), state, setup, picture, codes, errors);
        return new Reply.Show(
                Text.of("second"),
                List.of(new Crumb(Text.of("web.account"), "/account")),
                TEMPLATES.sessionSecondFactor(view));
    }

    private static Session session(Visit visit) {
        return Objects.requireNonNull(((Request) visit).session());
    }

    private static String typed(Visit visit, String name) {
        return Objects.requireNonNullElse(visit.param(name), "").strip();
    }
}
