package org.weir.oidc;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.weir.access.api.Access;
import org.weir.access.api.Directory;
import org.weir.store.api.Database;

/** The connection to the provider, once an issuer is configured. The provider is asked when somebody signs in. */
@Component(service = Connection.class, configurationPid = "org.weir.oidc")
@Designate(ocd = Connection.Settings.class)
public final class Connection {
    private static final Duration BETWEEN_KEYS = Duration.ofSeconds(30);

    @ObjectClassDefinition(id = "org.weir.oidc", name = "Single sign-on (OpenID Connect)")
    @interface Settings {
        @AttributeDefinition(
                name = "Issuer: the address of the provider, before /.well-known; empty: no single sign-on")
        String issuer() default "";

        @AttributeDefinition(name = "Client id that the provider knows Weir by")
        String client_id() default "";

        @AttributeDefinition(name = "Client secret; empty for a public client", type = AttributeType.PASSWORD)
        String client_secret() default "";

        @AttributeDefinition(name = "Scopes asked for")
        String scope() default "openid profile email";

        @AttributeDefinition(name = "Address of Weir as browsers know it; empty: as they ask for it")
        String public_url() default "";

        @AttributeDefinition(name = "Words on the button; empty for the usual ones")
        String label() default "";

        @AttributeDefinition(name = "Claim with the sign-in name")
        String login_claim() default "preferred_username";

        @AttributeDefinition(name = "Claim with the groups, with dots for claims within claims")
        String groups_claim() default "groups";

        @AttributeDefinition(name = "Make a user at the first sign-in")
        boolean create_users() default false;

        @AttributeDefinition(
                name = "Take a user with the same sign-in name for the same person, at the first sign-in",
                description = "Only if people cannot choose their sign-in names at the provider themselves.")
        boolean link_existing() default false;

        @AttributeDefinition(name = "Groups: GROUP=role:CODE, GROUP=team:NAME or GROUP=region:CODE; divided by ;")
        String[] groups() default {};
    }

    private final Database database;
    private final Access access;
    private final Directory directory;
    private volatile @Nullable SignOn signOn;

    @Activate
    public Connection(
            @Reference(target = "(schema=oidc)") Database database,
            @Reference Access access,
            @Reference Directory directory,
            Settings settings) {
        this.database = database;
        this.access = access;
        this.directory = directory;
        this.signOn = signOn(settings);
    }

    /** Another provider from the next sign-in on. */
    @Modified
    void changed(Settings settings) {
        signOn = signOn(settings);
    }

    private @Nullable SignOn signOn(Settings settings) {
        if (settings.issuer().isBlank()) {
            return null;
        }
        Values values = values(settings);
        Clock clock = Clock.systemUTC();
        return new SignOn(database, clock, access, directory, values, new Provider(values, clock, BETWEEN_KEYS));
    }

    private static Values values(Settings s) {
        String issuer = s.issuer();
        return new Values(
                issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer,
                s.client_id(),
                s.client_secret(),
                s.scope(),
                s.public_url(),
                s.label(),
                s.login_claim(),
                s.groups_claim(),
                s.create_users(),
                s.link_existing(),
                Mapping.of(List.of(s.groups())));
    }

    Optional<SignOn> signOn() {
        return Optional.ofNullable(signOn);
    }
}
