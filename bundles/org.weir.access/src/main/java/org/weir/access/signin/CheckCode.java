package org.weir.access.signin;

import java.util.Optional;
import java.util.UUID;
import org.weir.access.audit.AuditTrail;
import org.weir.access.second.Authenticators;
import org.weir.access.second.Authenticators.Kind;
import org.weir.store.api.Database;

/** Takes codes, but not many wrong ones. */
final class CheckCode {

    private final Database database;
    private final Throttle throttle;
    private final Authenticators authenticators;
    private final AuditTrail trail;

    CheckCode(Database database, Throttle throttle, Authenticators authenticators, AuditTrail trail) {
        this.database = database;
        this.throttle = throttle;
        this.authenticators = authenticators;
        this.trail = trail;
    }

    /** Empty when it is wrong. @throws org.weir.base.api.ProblemException 429 after too many wrong ones */
    Optional<Kind> check(UUID user, String login, String code, String address) {
        var keys = throttle.code(user);
        throttle.admit(keys, () -> trail.note(user, login, "second-factor.throttled", "", address));
        Optional<Kind> right = database.write(handle -> {
            Optional<Kind> taken = authenticators.take(handle, user, code);
            taken.ifPresent(kind -> {
                throttle.passed(handle, keys);
                if (kind == Kind.RECOVERY) {
                    int left = authenticators.codesLeft(handle, user);
                    trail.note(user, login, "second-factor.recovery", left + " codes left", address);
                }
            });
            return taken;
        });
        if (right.isEmpty()) {
            trail.note(user, login, "second-factor.failed", "", address);
        }
        return right;
    }
}
