package org.weir.access.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.access.audit.AuditTrail;
import org.weir.access.password.Passwords;
import org.weir.access.user.Accounts;
import org.weir.access.user.UserRow;
import org.weir.access.user.UserStore;
import org.weir.base.api.Ids;
import org.weir.store.api.Database;

/**
 * The user {@code admin}: made at the first start, and given a new password when IT asks for it at a later one. The password
 * is written to a file that only the account Weir runs under can read, must be changed at the first sign-in, and the file
 * goes with the change.
 */
public final class FirstAdministrator {
    static final String LOGIN = "admin";
    static final String ROLE = "administrator";
    static final String FILE = "admin-password.txt";

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Database database;
    private final Clock clock;
    private final Passwords passwords;
    private final AuditTrail trail;
    private final Path file;
    private final UserStore users = new UserStore();

    public FirstAdministrator(Database database, Clock clock, Passwords passwords, AuditTrail trail, Path data) {
        this.database = database;
        this.clock = clock;
        this.passwords = passwords;
        this.trail = trail;
        this.file = data.resolve(FILE).toAbsolutePath();
    }

    /** Makes the administrator if there is no user at all. */
    public void ensure() {
        if (!database.read(users::isEmpty)) {
            return;
        }
        give("administrator.created", true);
    }

    /** A new password for the administrator, who is made again or made active again if need be. */
    public void reset() {
        give("administrator.reset", false);
    }

    void passwordChanged(UserRow user) {
        if (user.login().equals(LOGIN)) {
            removeFile();
        }
    }

    private void give(String action, boolean onlyFirst) {
        String password = Passwords.random();
        String hash = passwords.hash(password);
        try {
            boolean given = database.write(handle -> {
                trail.lockRights(handle);
                if (onlyFirst && !users.isEmpty(handle)) {
                    return false;
                }
                save(handle, hash);
                trail.note(Accounts.system(), action, LOGIN, "");
                write(password);
                return true;
            });
            if (given) {
                LOG.warn(
                        "The administrator \"{}\" has a password that must be changed at sign-in: it is in {}",
                        LOGIN,
                        file);
            }
        } catch (RuntimeException e) {
            removeFile();
            throw e;
        }
    }

    private void save(Handle handle, String hash) {
        Optional<UserRow> present = users.byLogin(handle, LOGIN);
        UUID id = present.map(UserRow::id).orElseGet(Ids::next);
        UserRow row = new UserRow(
                id,
                LOGIN,
                present.map(UserRow::name).orElse("Administrator"),
                present.map(UserRow::email).orElse(null),
                present.map(UserRow::language).orElse(null),
                present.map(UserRow::zone).orElse(null),
                present.map(UserRow::theme).orElse("auto"),
                present.map(UserRow::team).orElse(null),
                true,
                hash,
                true,
                present.map(UserRow::credential).orElse(0) + 1,
                false,
                present.map(UserRow::secondFactor).orElse(false),
                null);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (present.isPresent()) {
            users.update(handle, row, now);
        } else {
            users.insert(handle, row, now);
        }
        Set<String> roles = new TreeSet<>(users.roles(handle, id));
        roles.add(ROLE);
        users.setRoles(handle, id, roles);
    }

    private void write(String password) {
        String text = "login: " + LOGIN + "\npassword: " + password
                + "\n\nIt must be changed at the first sign-in; this file is removed then.\n";
        try {
            Path folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.deleteIfExists(file);
            boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
            FileAttribute<?>[] owner = posix
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                    }
                    : new FileAttribute<?>[0];
            var how = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (SeekableByteChannel channel = Files.newByteChannel(file, how, owner)) {
                channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The administrator's password cannot be written to " + file, e);
        }
    }

    private void removeFile() {
        try {
            if (Files.deleteIfExists(file)) {
                LOG.info("{} is removed", file);
            }
        } catch (IOException e) {
            LOG.error("{} holds a password and could not be removed: remove it", file, e);
        }
    }
}
