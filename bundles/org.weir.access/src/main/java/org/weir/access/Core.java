package org.weir.access;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.weir.access.audit.AuditTrail;
import org.weir.access.memory.Generation;
import org.weir.access.password.CommonPasswords;
import org.weir.access.password.PasswordRules;
import org.weir.access.password.Passwords;
import org.weir.access.role.Roles;
import org.weir.access.second.Authenticators;
import org.weir.access.session.Sessions;
import org.weir.access.signin.Gatehouse;
import org.weir.access.team.Teams;
import org.weir.access.token.AccessTokens;
import org.weir.access.token.BearerSignIn;
import org.weir.access.user.Accounts;
import org.weir.access.user.Defaults;
import org.weir.access.user.People;
import org.weir.access.user.Users;
import org.weir.store.api.Database;
import org.weir.store.api.Seal;

/** The parts, put together once; the services share them. */
@Component(service = Core.class, configurationPid = "org.weir.access")
@Designate(ocd = Core.Settings.class)
public final class Core {
    /** How long a page may rely on what was read before: with a team tree as old again, others follow within five seconds. */
    private static final Duration REMEMBERED = Duration.ofSeconds(2);

    private static final int LEAST = 8;
    private static final String ADMIN_RESET = "weir.admin-reset";

    @ObjectClassDefinition(id = "org.weir.access", name = "Access")
    @interface Settings {
        @AttributeDefinition(name = "Minutes after which an unused session ends")
        int session_idle_minutes() default 480;

        @AttributeDefinition(name = "Hours after which every session ends")
        int session_hours() default 168;

        @AttributeDefinition(name = "bcrypt cost: logarithm of the rounds, 10 to 15")
        int password_cost() default 11;

        @AttributeDefinition(name = "Wrong passwords for one login before each further one must wait")
        int free_failures_per_login() default 10;

        @AttributeDefinition(name = "Wrong passwords from one address before each further one must wait")
        int free_failures_per_address() default 50;

        @AttributeDefinition(name = "The longest wait in seconds")
        int longest_wait_seconds() default 900;

        @AttributeDefinition(name = "Seconds for which the right password of an API client is remembered")
        int basic_seconds() default 60;

        @AttributeDefinition(name = "Days for which a token may hold at most; 0 for ever")
        int token_days() default 366;

        @AttributeDefinition(name = "Codes of roles whose people must have a second factor")
        String[] second_factor_roles() default {};

        @AttributeDefinition(name = "Characters a password must have at least, not fewer than 8")
        int password_least() default 12;

        @AttributeDefinition(name = "Days after which a password must be changed; 0 for never, as NIST advises")
        int password_days() default 0;
    }

    /** The settings in their units. */
    public record Values(Sessions.Lifetime lifetime, int cost, Gatehouse.Limits limits, Path data, Policy policy) {
        /** With the usual policy. */
        public Values(Sessions.Lifetime lifetime, int cost, Gatehouse.Limits limits, Path data) {
            this(lifetime, cost, limits, data, Policy.USUAL);
        }
    }

    /**
     * What IT may want otherwise.
     *
     * @param tokenDays for how long a token may hold at most; 0 for ever
     * @param secondFactorRoles codes of roles that ask for a second factor
     * @param passwordLeast characters; not fewer than 8
     * @param passwordDays after which a password must be changed; 0 for never
     */
    public record Policy(int tokenDays, Set<String> secondFactorRoles, int passwordLeast, int passwordDays) {
        public static final Policy USUAL = new Policy(366, Set.of(), 12, 0);
    }

    final AuditTrail trail;
    final Teams teams;
    final Roles roles;
    final Accounts accounts;
    final People people;
    final Sessions sessions;
    final Users users;
    final Gatehouse gatehouse;
    final BearerSignIn bearer;
    final AccessTokens tokens;
    final Database database;
    private final Generation generation;
    private volatile Values values;

    @Activate
    public Core(
            @Reference(target = "(schema=access)") Database database,
            @Reference Defaults defaults,
            @Reference Seal seal,
            BundleContext context,
            Settings settings) {
        this(database, Clock.systemUTC(), defaults, values(context, settings), seal);
        if (Boolean.parseBoolean(context.getProperty(ADMIN_RESET))) {
            gatehouse.firstAdministrator().reset();
        } else {
            gatehouse.firstAdministrator().ensure();
        }
    }

    /** For tests, those of other bundles too. */
    public Core(Database database, Clock clock, Defaults defaults, Values values) {
        this(database, clock, defaults, values, Seal.ofRandomKey());
    }

    public Core(Database database, Clock clock, Defaults defaults, Values values, Seal seal) {
        this.database = database;
        this.values = values;
        this.generation = new Generation(database);
        Passwords passwords = new Passwords(() -> this.values.cost());
        PasswordRules rules = new PasswordRules(new CommonPasswords(), () -> policy().passwordLeast());
        trail = new AuditTrail(database, clock);
        teams = new Teams(database, clock, REMEMBERED, trail, generation);
        roles = new Roles(database, trail, generation);
        accounts = new Accounts(
                database,
                clock,
                REMEMBERED,
                teams,
                defaults,
                generation,
                () -> new Accounts.Rules(policy().secondFactorRoles(), policy().passwordDays()));
        people = new People(database, clock, REMEMBERED, generation);
        sessions = new Sessions(database, clock, () -> this.values.lifetime(), REMEMBERED, accounts, generation);
        users = new Users(
                database,
                clock,
                trail,
                generation,
                new Users.Around(
                        teams, roles, defaults, passwords, rules, (h, user) -> sessions.endAll(h, user, null)));
        gatehouse = new Gatehouse(
                database,
                clock,
                () -> this.values.limits(),
                values.data(),
                new Gatehouse.Parts(
                        passwords, rules, sessions, accounts, trail, generation, new Authenticators(clock, seal)));
        bearer = new BearerSignIn(database, clock, REMEMBERED, accounts, trail, generation);
        tokens = new AccessTokens(
                database, clock, trail, generation, gatehouse.changePassword(), () -> policy().tokenDays());
    }

    /** New settings hold from the next request on; nobody who uses this has to be made anew. */
    @Modified
    void changed(BundleContext context, Settings settings) {
        change(values(context, settings));
    }

    void change(Values changed) {
        values = changed;
        generation.moveOn();
    }

    Policy policy() {
        return values.policy();
    }

    private static Values values(BundleContext context, Settings s) {
        String data = context.getProperty("weir.data");
        return new Values(
                new Sessions.Lifetime(
                        Duration.ofMinutes(s.session_idle_minutes()), Duration.ofHours(s.session_hours())),
                s.password_cost(),
                new Gatehouse.Limits(
                        s.free_failures_per_login(),
                        s.free_failures_per_address(),
                        Duration.ofSeconds(s.longest_wait_seconds()),
                        Duration.ofSeconds(s.basic_seconds())),
                Path.of(data == null ? "data" : data),
                new Policy(
                        s.token_days(),
                        Arrays.stream(s.second_factor_roles())
                                .flatMap(roles -> Arrays.stream(roles.split("[,;\\s]+")))
                                .filter(role -> !role.isEmpty())
                                .collect(Collectors.toUnmodifiableSet()),
                        Math.max(LEAST, s.password_least()),
                        s.password_days()));
    }
}
