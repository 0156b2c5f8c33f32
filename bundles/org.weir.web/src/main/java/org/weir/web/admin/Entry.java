package org.weir.web.admin;

import java.util.List;
import org.weir.base.api.Text;
import org.weir.web.api.NavEntry;
import org.weir.web.api.Reply;

/** A line of the administration. */
public record Entry(int order, Text label, String icon, String href, String permission) implements NavEntry {
    /** Where its pages lead back to. */
    public static final Reply.Crumb HOME = new Reply.Crumb(Text.of("admin.home"), "/admin");

    public static final String ADMINISTER = "access:administer";
    static final String AUDIT = "access:audit";
    static final String EVENTS = "events:administer";

    @Override
    public String section() {
        return "section.administration";
    }

    /** All there are. */
    public static List<NavEntry> all() {
        return List.of(
                new Entry(10, Text.of("admin.users"), "user", "/admin/users", ADMINISTER),
                new Entry(15, Text.of("service.all"), "key-round", "/admin/services", ADMINISTER),
                new Entry(20, Text.of("admin.teams"), "network", "/admin/teams", ADMINISTER),
                new Entry(30, Text.of("admin.roles"), "shield-check", "/admin/roles", ADMINISTER),
                new Entry(40, Text.of("admin.audit"), "scroll-text", "/admin/audit", AUDIT),
                new Entry(60, Text.of("admin.events"), "history", "/admin/events", EVENTS));
    }
}
