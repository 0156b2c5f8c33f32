package org.weir.admin.setting;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.admin.Permissions;
import org.weir.admin.jte.StaticTemplates;
import org.weir.admin.setting.SettingsComponent.Standing;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.base.api.Texts;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;

/** {@code /admin/settings/{pid}}: the form. */
@Component(service = Page.class)
public final class SectionPage implements Page {
    private final SettingsComponent settings;
    private final Texts texts;

    @Activate
    public SectionPage(@Reference SettingsComponent settings, @Reference Texts texts) {
        this.settings = settings;
        this.texts = texts;
    }

    /**
     * @param anew whether a change makes parts of Weir anew
     * @param errors by name
     */
    public record View(
            Visit v, String pid, String label, boolean anew, List<Field> fields, Map<String, String> errors) {
        public @Nullable String error(String name) {
            return errors.get(name);
        }
    }

    /**
     * @param id of the field in the page
     * @param kind {@code text, whole, decimal, switch, secret, option}
     * @param set whether a secret is set
     */
    public record Field(
            String name,
            String id,
            String label,
            String kind,
            String value,
            String proposed,
            boolean several,
            boolean fixed,
            boolean changed,
            boolean set,
            List<String> options,
            List<String> optionLabels) {}

    @Override
    public String path() {
        return "/admin/settings/{pid}";
    }

    @Override
    public String permission() {
        return Permissions.SETTINGS;
    }

    @Override
    public Reply get(Visit visit) throws IOException {
        Section section = settings.section(visit.path("pid"));
        return show(visit, section, Map.of(), Map.of());
    }

    @Override
    public Reply post(Visit visit) throws IOException {
        Section section = settings.section(visit.path("pid"));
        Map<String, @Nullable String> typed = new HashMap<>();
        for (Setting setting : section.settings()) {
            String value = visit.param(setting.name());
            if (setting.secret()) {
                if (visit.param("clear." + setting.name()) != null) {
                    typed.put(setting.name(), null);
                } else if (value != null && !value.isEmpty()) {
                    typed.put(setting.name(), value);
                }
            } else if (value != null) {
                typed.put(setting.name(), value.strip().equals(setting.proposed()) ? null : value.strip());
            }
        }
        try {
            settings.change(visit.actor(), visit.address(), section, typed);
            return new Reply.Redirect("/admin/settings", Text.of("settings.saved"));
        } catch (ProblemException refused) {
            if (refused.status() != 422) {
                throw refused;
            }
            visit.status(422);
            Map<String, String> errors = new LinkedHashMap<>();
            refused.fields().forEach(it -> errors.put(it.field(), visit.t(it.text())));
            return show(visit, section, typed, errors);
        }
    }

    private Reply show(Visit visit, Section section, Map<String, @Nullable String> typed, Map<String, String> errors)
            throws IOException {
        Labels labels = new Labels(texts, visit.locale());
        List<Field> fields = new ArrayList<>();
        for (Standing one : settings.standings(section)) {
            fields.add(field(section, one, typed.get(one.setting().name()), labels));
        }
        View view =
                new View(visit, section.pid(), labels.section(section), settings.begunAnew(section), fields, errors);
        return new Reply.Show(
                Text.of("settings.of", view.label()),
                List.of(
                        new Reply.Crumb(Text.of("admin.home"), "/admin"),
                        new Reply.Crumb(Text.of("settings.title"), "/admin/settings")),
                new StaticTemplates().settingForm(view));
    }

    private static Field field(Section section, Standing one, @Nullable String typed, Labels labels) {
        Setting setting = one.setting();
        String kind = setting.options().isEmpty() ? setting.kind().name().toLowerCase(Locale.ROOT) : "option";
        return new Field(
                setting.name(),
                "f-" + setting.name(),
                labels.setting(section, setting),
                kind,
                typed == null || setting.secret() ? one.value() : typed,
                setting.secret() ? "" : setting.proposed(),
                setting.several(),
                one.origin().equals("file"),
                one.origin().equals("page"),
                one.set(),
                setting.options(),
                setting.optionLabels());
    }
}
