package org.weir.web.admin;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Access;
import org.weir.access.api.Access.AuditEntry;
import org.weir.access.api.Audit;
import org.weir.access.api.Directory;
import org.weir.access.api.Directory.Person;
import org.weir.base.api.Text;
import org.weir.base.api.Texts;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;
import org.weir.web.jte.StaticTemplates;
import org.weir.web.shell.Request;
import org.weir.web.shell.Services;

/** {@code /admin/audit}: the trail, newest first, and whether it is whole. */
public final class AuditPage implements Page {
    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int PAGE = 100;

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
    public record Line(String at, String who, String action, boolean bad, String detail, String address) {}

    @Override
    public String path() {
        return "/admin/audit";
    }

    @Override
    public String permission() {
        return Entry.AUDIT;
    }

    @Override
    public Reply get(Visit visit) {
        return show(visit, null);
    }

    /** Reads the whole trail and says whether anybody tampered with it. */
    @Override
    public Reply post(Visit visit) {
        return show(visit, audit.verify());
    }

    private Reply show(Visit visit, Audit.@Nullable Verdict verdict) {
        String after = visit.param("after");
        List<AuditEntry> found =
                access.audit(visit.actor(), after == null || after.isEmpty() ? null : Request.id(after), PAGE + 1);
        Set<UUID> users = new HashSet<>();
        found.forEach(it -> {
            if (it.user() != null) {
                users.add(it.user());
            }
        });
        Map<UUID, Person> people = directory.people(users);
        List<Line> lines =
                found.stream().limit(PAGE).map(it -> line(visit, it, people)).toList();
        String next = found.size() > PAGE
                ? "/admin/audit?after=" + found.get(PAGE - 1).id()
                : "";
        return new Reply.Show(
                Text.of("admin.audit"), List.of(), TEMPLATES.adminAudit(visit, lines, next, after != null, verdict));
    }

    private Line line(Visit visit, AuditEntry entry, Map<UUID, Person> people) {
        Person person = entry.user() == null ? null : people.get(entry.user());
        String key = "admin.audit.action." + entry.action();
        String action = texts.find(visit.locale(), key).orElse(entry.action());
        boolean bad = entry.action().endsWith("failed")
                || entry.action().endsWith("refused")
                || entry.action().endsWith("throttled");
        return new Line(
                visit.fullTime(entry.at()),
                person == null ? entry.login() : person.name(),
                action,
                bad,
                entry.detail(),
                entry.address());
    }
}
