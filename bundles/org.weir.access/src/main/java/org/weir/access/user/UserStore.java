package org.weir.access.user;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The table of users, their regions and roles. */
public final class UserStore {

    public Optional<UserRow> byId(Handle handle, UUID id) {
        return handle.createQuery("select * from access.users where id = :id")
                .bind("id", id)
                .map((rs, ctx) -> row(rs))
                .findOne();
    }

    /** Until the transaction ends nobody else changes the user or signs in as the user. */
    public void lock(Handle handle, UUID id) {
        handle.createUpdate("update access.users set credential = credential where id = :id")
                .bind("id", id)
                .execute();
    }

    /** @param login in any case */
    public Optional<UserRow> byLogin(Handle handle, String login) {
        return handle.createQuery("select * from access.users where login_key = :key")
                .bind("key", key(login))
                .map((rs, ctx) -> row(rs))
                .findOne();
    }

    List<UserRow> byIds(Handle handle, Collection<UUID> ids) {
        return handle.createQuery("select * from access.users where id in (<ids>)")
                .bindList("ids", List.copyOf(ids))
                .map((rs, ctx) -> row(rs))
                .list();
    }

    /** Active users whose name or login contains the text. */
    List<UserRow> find(Handle handle, String text, int limit) {
        return handle.createQuery("""
                        select * from access.users
                        where active and not service and (name_key like :text escape '!' or login_key like :text escape '!')
                        order by name, login_key limit :limit""")
                .bind("text", "%" + text.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%")
                .bind("limit", limit)
                .map((rs, ctx) -> row(rs))
                .list();
    }

    List<UserRow> page(Handle handle, @Nullable UserRow after, int limit) {
        return handle.createQuery("""
                        select * from access.users
                        where not service and (name > :name or (name = :name and login_key > :key))
                        order by name, login_key limit :limit""")
                .bind("name", after == null ? "" : after.name())
                .bind("key", after == null ? "" : key(after.login()))
                .bind("limit", limit)
                .map((rs, ctx) -> row(rs))
                .list();
    }

    List<UserRow> services(Handle handle) {
        return handle.createQuery("select * from access.users where service order by name, login_key")
                .map((rs, ctx) -> row(rs))
                .list();
    }

    public boolean isEmpty(Handle handle) {
        return handle.createQuery("select id from access.users limit 1")
                .mapTo(UUID.class)
                .findOne()
                .isEmpty();
    }

    public void insert(Handle handle, UserRow user, Instant now) {
        bind(handle.createUpdate("""
                        insert into access.users
                          (id, login, login_key, name, name_key, email, language, zone, theme, team_id, active,
                           password_hash, must_change, credential, service, password_at, created_at, changed_at)
                        values (:id, :login, :loginKey, :name, :nameKey, :email, :language, :zone, :theme,
                          cast(:team as uuid), :active, :hash, :mustChange, :credential, :service, :now, :now, :now)"""), user, now).execute();
    }

    public void update(Handle handle, UserRow user, Instant now) {
        bind(handle.createUpdate("""
                        update access.users set
                          password_at = case when credential = :credential then password_at else :now end,
                          login = :login, login_key = :loginKey, name = :name,
                          name_key = :nameKey, email = :email, language = :language, zone = :zone, theme = :theme,
                          team_id = cast(:team as uuid), active = :active, password_hash = :hash,
                          must_change = :mustChange, credential = :credential, changed_at = :now
                        where id = :id"""), user, now).execute();
    }

    private static Update bind(Update update, UserRow user, Instant now) {
        return update.bind("id", user.id())
                .bind("login", user.login())
                .bind("loginKey", key(user.login()))
                .bind("name", user.name())
                .bind("nameKey", user.name().toLowerCase(Locale.ROOT))
                .bind("email", user.email())
                .bind("language", user.language())
                .bind("zone", user.zone())
                .bind("theme", user.theme())
                .bindByType("team", user.team(), UUID.class)
                .bind("active", user.active())
                .bind("service", user.service())
                .bind("hash", user.passwordHash())
                .bind("mustChange", user.mustChange())
                .bind("credential", user.credential())
                .bind("now", now);
    }

    void setPreferences(Handle handle, UUID id, @Nullable String language, @Nullable String zone, String theme) {
        handle.createUpdate("""
                        update access.users set language = :language, zone = :zone, theme = :theme where id = :id""")
                .bind("id", id)
                .bind("language", language)
                .bind("zone", zone)
                .bind("theme", theme)
                .execute();
    }

    /** A new password, if nobody else has set one since {@code credential}. */
    public boolean setPassword(Handle handle, UUID id, int credential, String hash, Instant now) {
        return handle.createUpdate("""
                        update access.users set password_hash = :hash, must_change = false, password_at = :now,
                          credential = credential + 1, changed_at = :now
                        where id = :id and credential = :credential""")
                        .bind("id", id)
                        .bind("credential", credential)
                        .bind("hash", hash)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    /** The same password hashed at today's cost. */
    public void rehash(Handle handle, UUID id, int credential, String hash) {
        handle.createUpdate("""
                        update access.users set password_hash = :hash where id = :id and credential = :credential""")
                .bind("id", id)
                .bind("credential", credential)
                .bind("hash", hash)
                .execute();
    }

    Set<String> regions(Handle handle, UUID user) {
        return new TreeSet<>(handle.createQuery("select region from access.user_region where user_id = :user")
                .bind("user", user)
                .mapTo(String.class)
                .list());
    }

    public Set<String> roles(Handle handle, UUID user) {
        return new TreeSet<>(handle.createQuery("select role from access.user_role where user_id = :user")
                .bind("user", user)
                .mapTo(String.class)
                .list());
    }

    void setRegions(Handle handle, UUID user, Set<String> regions) {
        replace(handle, "user_region", "region", user, regions);
    }

    public void setRoles(Handle handle, UUID user, Set<String> roles) {
        replace(handle, "user_role", "role", user, roles);
    }

    private static void replace(Handle handle, String table, String column, UUID user, Set<String> values) {
        handle.createUpdate("delete from access." + table + " where user_id = :user")
                .bind("user", user)
                .execute();
        for (String value : values) {
            handle.createUpdate("insert into access." + table + " (user_id, " + column + ") values (:user, :value)")
                    .bind("user", user)
                    .bind("value", value)
                    .execute();
        }
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    static String key(String login) {
        return login.toLowerCase(Locale.ROOT);
    }

    private static UserRow row(ResultSet rs) throws SQLException {
        return new UserRow(
                rs.getObject("id", UUID.class),
                rs.getString("login"),
                rs.getString("name"),
                rs.getString("email"),
                rs.getString("language"),
                rs.getString("zone"),
                rs.getString("theme"),
                rs.getObject("team_id", UUID.class),
                rs.getBoolean("active"),
                rs.getString("password_hash"),
                rs.getBoolean("must_change"),
                rs.getInt("credential"),
                rs.getBoolean("service"),
                rs.getBoolean("second_factor"),
                instant(rs.getObject("password_at", OffsetDateTime.class)));
    }
}
