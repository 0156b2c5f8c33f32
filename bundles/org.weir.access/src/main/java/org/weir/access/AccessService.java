package org.weir.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.access.api.SecondFactor;
import org.weir.access.api.Tokens;
import org.weir.access.role.Permissions;
import org.weir.access.user.Accounts;
import org.weir.base.api.ProblemException;

/** Signing in, and who is behind a request. */
@Component
public final class AccessService implements Access {
    private static final int MOST = 500;
    private static final List<String> COMING_IN =
            List.of("sign-in", "sign-out", "basic", "token", "password", "second-factor", "session");

    private final Core core;

    @Activate
    public AccessService(@Reference Core core) {
        this.core = core;
    }

    @Override
    public SignedIn signIn(String login, String password, String remoteAddress, String userAgent) {
        return core.gatehouse.signIn().open(login, password, remoteAddress, userAgent);
    }

    @Override
    public Step enter(String login, String password, String remoteAddress, String userAgent) {
        return core.gatehouse.signIn().enter(login, password, remoteAddress, userAgent);
    }

    @Override
    public SignedIn code(String challenge, String code, String remoteAddress, String userAgent) {
        return core.gatehouse.signIn().code(challenge, code, remoteAddress, userAgent);
    }

    @Override
    public SignedIn admit(UUID user, String how, String remoteAddress, String userAgent) {
        return core.gatehouse.signIn().admit(user, how, remoteAddress, userAgent);
    }

    @Override
    public SecondFactor secondFactor() {
        return core.gatehouse.secondFactor();
    }

    @Override
    public int leastPassword() {
        return core.policy().passwordLeast();
    }

    @Override
    public Optional<Session> session(String token) {
        return core.sessions.find(token);
    }

    @Override
    public Actor basic(String login, String password, String remoteAddress) {
        return core.gatehouse.basic().actor(login, password, remoteAddress);
    }

    @Override
    public Bearer bearer(String token, String remoteAddress) {
        return core.bearer.find(token, remoteAddress);
    }

    @Override
    public Tokens tokens() {
        return core.tokens;
    }

    @Override
    public void signOut(String token) {
        core.gatehouse.signIn().out(token);
    }

    @Override
    public void changePassword(UUID user, @Nullable UUID keep, String present, String next) {
        core.gatehouse.changePassword().change(user, keep, present, next);
    }

    @Override
    public void confirm(UUID user, String present) {
        core.gatehouse.changePassword().confirm(user, present);
    }

    @Override
    public List<OpenSession> sessions(UUID user) {
        return core.sessions.openOf(user);
    }

    @Override
    public void endSession(UUID user, UUID session) {
        core.database.write(handle -> {
            if (core.sessions.end(handle, user, session)) {
                String login = core.accounts
                        .load(handle, user)
                        .map(a -> a.actor().login())
                        .orElse("");
                core.trail.note(user, login, "session.ended", session.toString(), "");
            }
            return session;
        });
    }

    @Override
    public void changePreferences(UUID user, @Nullable String language, @Nullable String zone, @Nullable String theme) {
        core.users.changePreferences(user, language, zone, theme);
    }

    @Override
    public Actor actor(UUID user) {
        return core.accounts
                .active(user)
                .orElseThrow(ProblemException::notFound)
                .actor();
    }

    @Override
    public Actor system() {
        return Accounts.system();
    }

    @Override
    public List<AuditEntry> audit(Actor by, @Nullable UUID after, int limit) {
        return audit(by, AuditFilter.ALL, after, limit);
    }

    @Override
    public List<AuditEntry> audit(Actor by, AuditFilter filter, @Nullable UUID after, int limit) {
        if (!by.may(Permissions.AUDIT)) {
            core.trail.note(by, "refused", Permissions.AUDIT, "");
            throw ProblemException.forbidden(Permissions.AUDIT);
        }
        return core.trail.page(filter, after, Math.min(limit, MOST));
    }

    @Override
    public List<AuditEntry> signIns(UUID user, int limit) {
        return core.trail.page(new AuditFilter(user, COMING_IN, null, null), null, Math.min(limit, MOST));
    }

    @Override
    public List<OpenSession> sessions(Actor by, UUID user) {
        Permissions.requireAdminister(by, core.trail);
        return core.sessions.openOf(user);
    }

    @Override
    public void endSession(Actor by, UUID user, UUID session) {
        Permissions.requireAdminister(by, core.trail);
        core.database.write(handle -> {
            if (core.sessions.end(handle, user, session)) {
                core.trail.note(by, "session.ended", user + ": " + session, "");
            }
            return session;
        });
    }

    @Override
    public String passwordLink(Actor by, UUID user) {
        return core.gatehouse.passwordLinks().make(by, user);
    }

    @Override
    public Optional<String> loginOf(String passwordLink) {
        return core.gatehouse.passwordLinks().login(passwordLink);
    }

    @Override
    public void usePasswordLink(String passwordLink, String next, String remoteAddress) {
        core.gatehouse.passwordLinks().use(passwordLink, next, remoteAddress);
    }
}
