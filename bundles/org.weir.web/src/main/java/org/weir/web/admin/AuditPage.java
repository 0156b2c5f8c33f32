package org.weir.web.admin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Access;
import org.weir.access.api.Access.AuditEntry;
import org.weir.access.api.Access.AuditFilter;
import org.weir.access.api.Audit;
import org.weir.access.api.Directory;
import org.weir.access.api.Directory.Person;
import org.weir.base.api.Text;
import org.weir.base.api.Texts;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;
import org.weir.web.jte.StaticTemplates;
import org.weir.web.shell.Handled;
import org.weir.web.shell.Request;
import org.weir.web.shell.Services;
import org.weir.web.shell.Urls;

/** {@code /admin/audit}: the trail, newest first, by person, action and time, as CSV, and whether it is whole. */
public final class AuditPage {
    private static final Pattern CAME_IN = Pattern.compile("session [0-9a-f-]{36} by ([a-z]+)");
    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int PAGE = 100;
    private static final int BATCH = 500;
    private static final int EXPORTED = 100_000;
    private static final String AT = "/admin/audit";
    /** Beginnings of actions that can be chosen. */
    private static final List<String> KINDS = List.of(
            "sign-in",
            "basic",
            "token",
            "second-factor",
            "password",
            "session",
            "user",
            "team",
            "role",
            "export",
            "import",
            "bundle",
            "refused",
            "page.refused",
            "csrf");

    private final Access access;
    private final Audit audit;
    private final Directory directory;
    private final Texts texts;

    public AuditPage(Services services) {
        this.access = services.access();
        this.audit = services.audit();
        this.directory = services.directory();
        this.texts = services.texts();
    }

    /** @param bad something was refused */
    public record Line(String at, String who, String action, boolean bad, String detail, String address) {
        private static final int LONG = 240;
        private static final int BEGINNING = 120;

        /** Whether only its beginning is shown until somebody wants it all. */
        public boolean isLong() {
            return detail.length() > LONG;
        }

        public String beginning() {
            return detail.substring(0, detail.offsetByCodePoints(0, BEGINNING)) + "…";
        }
    }

    /** @param unknown the login that nobody has; empty when there is none */
    public record Asked(String who, String what, String from, String until, String unknown, List<String> kinds) {
        public boolean any() {
            return !(who + what + from + until).isEmpty();
        }

        String url(String path) {
            return Urls.of(path)
                    .with("who", who)
                    .with("what", what)
                    .with("from", from)
                    .with("until", until)
                    .toString();
        }
    }

    public List<Page> pages() {
        return List.of(
                Handled.form(AT, Entry.AUDIT, visit -> show(visit, null), visit -> show(visit, audit.verify())),
                Handled.show(AT + "/export", Entry.AUDIT, this::export));
    }

    private static Asked asked(Visit visit) {
        return new Asked(text(visit, "who"), text(visit, "what"), text(visit, "from"), text(visit, "until"), "", KINDS);
    }

    private static String text(Visit visit, String name) {
        return Objects.requireNonNullElse(visit.param(name), "").strip();
    }

    private AuditFilter filter(Visit visit, Asked asked, @Nullable Person person) {
        LocalDate until = date(asked.until());
        return new AuditFilter(
                asked.who().isEmpty() ? null : person == null ? new UUID(0, 1) : person.id(),
                asked.what().isEmpty() ? List.of() : List.of(asked.what()),
                start(visit, date(asked.from())),
                start(visit, until == null ? null : until.plusDays(1)));
    }

    private static @Nullable Instant start(Visit visit, @Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(visit.actor().zone()).toInstant();
    }

    /** A date that is none does not limit. */
    private static @Nullable LocalDate date(String text) {
        try {
            return text.length() == 10 ? LocalDate.parse(text) : null;
        } catch (DateTimeException none) {
            return null;
        }
    }

    private Reply show(Visit visit, Audit.@Nullable Verdict verdict) {
        String after = visit.param("after");
        Asked asked = asked(visit);
        Person person =
                asked.who().isEmpty() ? null : directory.byLogin(asked.who()).orElse(null);
        if (!asked.who().isEmpty() && person == null) {
            asked = new Asked(asked.who(), asked.what(), asked.from(), asked.until(), asked.who(), KINDS);
        }
        List<AuditEntry> found = access.audit(
                visit.actor(),
                filter(visit, asked, person),
                after == null || after.isEmpty() ? null : Request.id(after),
                PAGE + 1);
        Map<UUID, Person> people = people(found);
        List<Line> lines = found.stream()
                .limit(PAGE)
                .map(it -> line(visit, texts, it, name(it, people)))
                .toList();
        String here = asked.url(AT);
        String next = found.size() > PAGE
                ? here + (here.contains("?") ? "&" : "?") + "after="
                        + found.get(PAGE - 1).id()
                : "";
        return new Reply.Show(
                Text.of("admin.audit"),
                List.of(Entry.HOME),
                TEMPLATES.adminAudit(
                        visit, lines, next, here, after != null, verdict, asked, asked.url(AT + "/export")));
    }

    private Map<UUID, Person> people(List<AuditEntry> found) {
        Set<UUID> users = new HashSet<>();
        found.forEach(it -> {
            if (it.user() != null) {
                users.add(it.user());
            }
        });
        return directory.people(users);
    }

    private static String name(AuditEntry entry, Map<UUID, Person> people) {
        Person person = entry.user() == null ? null : people.get(entry.user());
        return person == null ? entry.login() : person.name();
    }

    /** An entry as the reader sees it. */
    public static Line line(Visit visit, Texts texts, AuditEntry entry, String who) {
        String key = "admin.audit.action." + entry.action();
        String action = texts.find(visit.locale(), key).orElse(entry.action());
        boolean bad = entry.action().endsWith("failed")
                || entry.action().endsWith("refused")
                || entry.action().endsWith("throttled");
        return new Line(visit.fullTime(entry.at()), who, action, bad, detail(visit, texts, entry), entry.address());
    }

    /** How somebody came in, in the reader's words; the session's id stands in the file only. */
    private static String detail(Visit visit, Texts texts, AuditEntry entry) {
        Matcher came = CAME_IN.matcher(entry.detail());
        return came.matches()
                ? texts.find(visit.locale(), "session.method." + came.group(1)).orElse(entry.detail())
                : entry.detail();
    }

    /** One file per person, written anew each time. */
    private Reply export(Visit visit) throws IOException {
        Asked asked = asked(visit);
        Person person =
                asked.who().isEmpty() ? null : directory.byLogin(asked.who()).orElse(null);
        AuditFilter filter = filter(visit, asked, person);
        List<String> rows = new ArrayList<>(List.of("at,user,login,action,detail,address"));
        UUID after = null;
        List<AuditEntry> batch;
        do {
            batch = access.audit(visit.actor(), filter, after, BATCH);
            batch.forEach(it -> rows.add(row(it)));
            after = batch.isEmpty() ? null : batch.get(batch.size() - 1).id();
        } while (batch.size() == BATCH && rows.size() < EXPORTED);
        audit.note(visit.actor(), "audit.exported", rows.size() - 1 + " entries", ((Request) visit).address());
        Path file = Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), "weir-audit"))
                .resolve(visit.actor().user() + ".csv");
        Files.writeString(file, "\uFEFF" + String.join("\r\n", rows) + "\r\n");
        return new Reply.Download(file, "audit.csv", "text/csv;charset=utf-8");
    }

    private static String row(AuditEntry entry) {
        return String.join(
                ",",
                entry.at().toString(),
                entry.user() == null ? "" : entry.user().toString(),
                quoted(entry.login()),
                quoted(entry.action()),
                quoted(entry.detail()),
                quoted(entry.address()));
    }

    /** Nothing that a spreadsheet program would run. */
    private static String quoted(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }
}
