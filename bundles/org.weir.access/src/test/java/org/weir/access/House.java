package org.weir.access;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Access;
import org.weir.access.api.Access.SignedIn;
import org.weir.access.api.Actor;
import org.weir.access.api.Audit;
import org.weir.access.api.Directory;
import org.weir.access.api.Directory.User;
import org.weir.access.api.RoleTemplate;
import org.weir.access.session.Sessions;
import org.weir.access.signin.Gatehouse;
import org.weir.access.user.Defaults;
import org.weir.store.api.Database;
import org.weir.testkit.FakeClock;
import org.weir.testkit.OpenGate;

/** All of access on one database, as one node sees it. */
public final class House {
    public static final String PASSWORD = "channel deep, weir low";
    public static final String HERE = "192.0.2.7";

    public final Database database;
    public final FakeClock clock;
    private final Core core;
    public final Access access;
    public final Directory directory;
    public final Audit audit;
    public final Actor system;

    private House(Database database, FakeClock clock, Path data, int cost) {
        this(database, clock, data, cost, Core.Policy.USUAL);
    }

    private House(Database database, FakeClock clock, Path data, int cost, Core.Policy policy) {
        this.database = database;
        this.clock = clock;
        this.core = new Core(database, clock, new German(), values(data, cost, policy));
        this.access = new AccessService(core);
        this.directory = new DirectoryService(core, new OpenGate());
        this.audit = new AuditService(core);
        this.system = access.system();
    }

    /** With an administrator {@code root}. */
    public static House on(Database database) {
        House house = empty(database, Path.of("target"));
        house.user("root", "administrator");
        return house;
    }

    /** With nobody. */
    public static House empty(Database database, Path data) {
        return new House(database, FakeClock.at("2026-03-02T09:00:00Z"), data, 4);
    }

    /** The same database and the same time, seen by another node that remembers for itself. */
    public House anotherNode() {
        return new House(database, clock, Path.of("target"), 4);
    }

    /** After a restart with another cost of passwords. */
    public House withCost(int cost) {
        return new House(database, clock, Path.of("target"), cost);
    }

    /** After a restart with other settings. */
    public House with(Core.Policy policy) {
        return new House(database, clock, Path.of("target"), 4, policy);
    }

    /** Other settings while all runs. */
    public void change(Core.Policy policy) {
        core.change(values(Path.of("target"), 4, policy));
    }

    public Gatehouse gatehouse() {
        return core.gatehouse;
    }

    public UUID user(String login, String... roles) {
        return directory.save(system, named(login, null, true, roles), PASSWORD);
    }

    public static User named(String login, @Nullable UUID team, boolean active, String... roles) {
        return new User(null, login, "Name of " + login, null, "", "", team, Set.of(), Set.of(roles), active);
    }

    public void propose(RoleTemplate template) {
        new MergeRoleTemplates(core).addTemplate(template);
    }

    public SignedIn signIn(String login) {
        return access.signIn(login, PASSWORD, HERE, "Firefox");
    }

    public Actor actor(String login) {
        return access.actor(directory.byLogin(login).orElseThrow().id());
    }

    public void forgetRemembered() {
        clock.advance(Duration.ofSeconds(5));
    }

    private static Core.Values values(Path data, int cost, Core.Policy policy) {
        return new Core.Values(
                new Sessions.Lifetime(Duration.ofHours(8), Duration.ofDays(7)),
                cost,
                new Gatehouse.Limits(5, 20, Duration.ofMinutes(15), Duration.ofSeconds(60)),
                data,
                policy);
    }

    private static final class German implements Defaults {
        @Override
        public Locale locale() {
            return Locale.GERMANY;
        }

        @Override
        public ZoneId zone() {
            return ZoneId.of("Europe/Berlin");
        }

        @Override
        public Set<Locale> locales() {
            return Set.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);
        }
    }
}
