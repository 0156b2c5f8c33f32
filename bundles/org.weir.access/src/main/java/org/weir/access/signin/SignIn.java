package org.weir.access.signin;

import java.util.Optional;
import java.util.UUID;
import org.weir.access.api.Access.SignedIn;
import org.weir.access.audit.AuditTrail;
import org.weir.access.session.Sessions;
import org.weir.access.user.Accounts;
import org.weir.store.api.Database;

/** Opens a session for who knows the password, and ends it. */
public final class SignIn {
    private final Database database;
    private final Verify verify;
    private final Sessions sessions;
    private final Accounts accounts;
    private final AuditTrail trail;

    SignIn(Database database, Verify verify, Sessions sessions, Accounts accounts, AuditTrail trail) {
        this.database = database;
        this.verify = verify;
        this.sessions = sessions;
        this.accounts = accounts;
        this.trail = trail;
    }

    public SignedIn open(String login, String password, String address, String userAgent) {
        Verify.Verified verified = verify.check("sign-in", login, password, address);
        return database.write(handle -> {
            verify.accept(handle, verified);
            var account = accounts.load(handle, verified.user().id()).orElseThrow(Verify::wrong);
            SignedIn opened = sessions.open(handle, account, address, userAgent);
            trail.note(
                    account.actor(), "sign-in.ok", "session " + opened.session().id(), address);
            return opened;
        });
    }

    public void out(String token) {
        database.write(handle -> {
            Optional<UUID> user = sessions.end(token);
            user.flatMap(id -> accounts.load(handle, id))
                    .ifPresent(account -> trail.note(account.actor(), "sign-out", "", ""));
            return user;
        });
    }
}
