package org.weir.admin.setting;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.admin.Permissions;
import org.weir.admin.jte.StaticTemplates;
import org.weir.base.api.Text;
import org.weir.base.api.Texts;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;

/** {@code /admin/settings}: what may be set. */
@Component(service = Page.class)
public final class SettingsPage implements Page {
    private final SettingsComponent settings;
    private final Texts texts;

    @Activate
    public SettingsPage(@Reference SettingsComponent settings, @Reference Texts texts) {
        this.settings = settings;
        this.texts = texts;
    }

    /** @param changed how many are set on the page, {@code fixed} how many in {@code conf} */
    public record Line(String pid, String label, int all, long changed, long fixed) {}

    @Override
    public String path() {
        return "/admin/settings";
    }

    @Override
    public String permission() {
        return Permissions.SETTINGS;
    }

    @Override
    public Reply get(Visit visit) throws IOException {
        Labels labels = new Labels(texts, visit.locale());
        List<Line> lines = new ArrayList<>();
        for (Section section : settings.sections()) {
            List<SettingsComponent.Standing> standings = settings.standings(section);
            lines.add(new Line(
                    section.pid(),
                    labels.section(section),
                    standings.size(),
                    standings.stream().filter(it -> it.origin().equals("page")).count(),
                    standings.stream().filter(it -> it.origin().equals("file")).count()));
        }
        return new Reply.Show(
                Text.of("settings.title"),
                List.of(new Reply.Crumb(Text.of("admin.home"), "/admin")),
                new StaticTemplates().settingAll(visit, lines));
    }
}
