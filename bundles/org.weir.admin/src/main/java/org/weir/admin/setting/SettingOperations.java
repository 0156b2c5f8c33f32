package org.weir.admin.setting;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.weir.admin.Offer;
import org.weir.admin.Permissions;
import org.weir.admin.setting.SettingsComponent.Standing;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.base.api.Texts;
import org.weir.rest.api.Needed;
import org.weir.rest.api.Operation;
import org.weir.rest.api.Operation.Ask;
import org.weir.rest.api.Operation.Input;
import org.weir.rest.api.Operation.Method;
import org.weir.rest.api.Operation.Output;
import org.weir.rest.api.Reply;

/** The settings, for programs: {@code /api/admin/settings}. */
@Component(
        service = {},
        immediate = true)
public final class SettingOperations {
    private final SettingsComponent settings;
    private final Texts texts;
    private final List<ServiceRegistration<?>> offered = new ArrayList<>();

    @Activate
    public SettingOperations(BundleContext context, @Reference SettingsComponent settings, @Reference Texts texts) {
        this.settings = settings;
        this.texts = texts;
        for (Operation one : List.of(
                offer(Method.GET, "/admin/settings", "listSettings", this::list).gives(Output.items(Told.class)),
                offer(Method.PUT, "/admin/settings/{pid}/{name}", "changeSetting", this::put)
                        .takes(Input.json(Wanted.class))
                        .gives(Output.json(200, Told.class))
                        .refuses(404, 422),
                offer(Method.DELETE, "/admin/settings/{pid}/{name}", "resetSetting", this::reset)
                        .gives(Output.json(200, Told.class))
                        .refuses(404, 422))) {
            offered.add(context.registerService(Operation.class, one, null));
        }
    }

    @Deactivate
    void close() {
        offered.forEach(ServiceRegistration::unregister);
    }

    /**
     * A setting as it stands.
     *
     * @param kind {@code text, whole, decimal, switch, secret}
     * @param value that holds; empty for a secret, which is never told
     * @param origin {@code proposed} by the bundle, set on the {@code page} or here, or in a {@code file} of conf
     * @param set whether there is a value
     */
    record Told(
            String pid,
            String name,
            String label,
            String kind,
            String value,
            String proposed,
            String origin,
            boolean set) {}

    /** @param value as text: {@code 20}, {@code true}, {@code one, two} */
    record Wanted(@Needed String value) {}

    private static Offer offer(Method method, String path, String name, Offer.Work work) {
        return Offer.of(method, path, name, Text.of("admin.api." + name), Permissions.SETTINGS, work);
    }

    private Reply list(Ask ask) throws IOException {
        List<Told> result = new ArrayList<>();
        for (Section section : settings.sections()) {
            for (Standing one : settings.standings(section)) {
                result.add(told(section, one, ask.locale()));
            }
        }
        return Reply.json(result);
    }

    private Told told(Section section, Standing one, Locale locale) {
        Setting setting = one.setting();
        return new Told(
                section.pid(),
                setting.name(),
                new Labels(texts, locale).setting(section, setting),
                setting.kind().name().toLowerCase(Locale.ROOT),
                one.value(),
                setting.secret() ? "" : setting.proposed(),
                one.origin(),
                one.set());
    }

    private Reply put(Ask ask) throws IOException {
        return change(ask, ask.body(Wanted.class).value());
    }

    private Reply reset(Ask ask) throws IOException {
        return change(ask, null);
    }

    private Reply change(Ask ask, @Nullable String value) throws IOException {
        Section section = settings.section(ask.path("pid"));
        String name = ask.path("name");
        if (section.settings().stream().noneMatch(it -> it.name().equals(name))) {
            throw ProblemException.notFound();
        }
        Map<String, @Nullable String> typed = new HashMap<>();
        typed.put(name, value);
        settings.change(ask.actor(), "", section, typed);
        return Reply.json(settings.standings(section).stream()
                .filter(it -> it.setting().name().equals(name))
                .map(it -> told(section, it, ask.locale()))
                .findFirst()
                .orElseThrow(ProblemException::notFound));
    }
}
