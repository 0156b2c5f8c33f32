package org.weir.admin.setting;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.metatype.MetaTypeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.access.api.Actor;
import org.weir.access.api.Audit;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.store.api.Database;
import org.weir.store.api.Seal;

/** The settings of this node; looks every few seconds for what was set on another. */
@Component(service = SettingsComponent.class, immediate = true)
public final class SettingsComponent {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsComponent.class);
    private static final long LOOK_SECONDS = 3;

    private final BundleContext context;
    private final ServiceComponentRuntime components;
    private final SettingStore store;
    private final FindSections sections;
    private final ConfFile files;
    private final ApplySettings apply;
    private final Audit audit;
    private final ScheduledExecutorService looking;

    @Activate
    public SettingsComponent(
            BundleContext context,
            @Reference(target = "(schema=admin)") Database database,
            @Reference Seal seal,
            @Reference MetaTypeService types,
            @Reference ConfigurationAdmin configurations,
            @Reference ServiceComponentRuntime components,
            @Reference Audit audit) {
        this.context = context;
        this.components = components;
        this.store = new SettingStore(database, seal);
        this.sections = new FindSections(context, types);
        String base = context.getProperty("weir.base");
        this.files = new ConfFile(Path.of(base == null ? "." : base, "conf"));
        this.apply = new ApplySettings(store, sections, files, configurations);
        this.audit = audit;
        this.looking = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "weir-settings");
            thread.setDaemon(true);
            return thread;
        });
        looking.scheduleWithFixedDelay(this::look, 0, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void close() {
        looking.shutdownNow();
    }

    private void look() {
        try {
            apply.now();
        } catch (IOException | RuntimeException e) {
            LOG.warn("The settings could not be applied: {}", e.getMessage(), e);
        }
    }

    /**
     * One setting as it stands.
     *
     * @param value that holds on this node; empty for a secret
     * @param origin {@code proposed, page, file}
     * @param set whether a secret is set
     */
    record Standing(Setting setting, String value, String origin, boolean set) {}

    List<Section> sections() {
        return sections.all();
    }

    /** @throws ProblemException 404 */
    Section section(String pid) {
        return sections.section(pid).orElseThrow(ProblemException::notFound);
    }

    /** Whether a change makes parts of Weir anew, instead of being taken by them as they run. */
    boolean begunAnew(Section section) {
        for (Bundle bundle : context.getBundles()) {
            if (section.bundle().equals(bundle.getSymbolicName())) {
                return components.getComponentDescriptionDTOs(bundle).stream()
                        .anyMatch(it -> List.of(it.configurationPid).contains(section.pid()) && it.modified == null);
            }
        }
        return false;
    }

    List<Standing> standings(Section section) throws IOException {
        Map<String, String> set = store.of(section.pid());
        Set<String> fixed = files.names(section.pid());
        List<Standing> result = new ArrayList<>();
        for (Setting setting : section.settings()) {
            boolean byFile = fixed.contains(setting.name());
            String typed = set.get(setting.name());
            String holds = byFile
                    ? apply.holds(section.pid(), setting.name()).orElse("")
                    : typed == null ? setting.proposed() : typed;
            result.add(new Standing(
                    setting,
                    setting.secret() ? "" : holds,
                    byFile ? "file" : typed == null ? "proposed" : "page",
                    !holds.isEmpty()));
        }
        return result;
    }

    /**
     * Sets what differs, all or nothing, and lets it hold on this node at once.
     *
     * @param typed by name; null goes back to the proposal, what is not named stays
     * @throws ProblemException 422 at each name; 409 when a name is set in {@code conf}
     */
    void change(Actor by, String address, Section section, Map<String, @Nullable String> typed) throws IOException {
        Set<String> fixed = files.names(section.pid());
        Map<String, String> before = store.of(section.pid());
        Map<Setting, @Nullable String> changes = new LinkedHashMap<>();
        List<ProblemException.At> problems = new ArrayList<>();
        for (Setting setting : section.settings()) {
            if (typed.containsKey(setting.name())) {
                String value = typed.get(setting.name());
                Text problem = value == null
                        ? null
                        : fixed.contains(setting.name())
                                ? Text.of("settings.fixed", section.pid())
                                : setting.problem(value);
                if (problem != null) {
                    problems.add(new ProblemException.At(setting.name(), problem));
                } else if (value == null
                        ? before.containsKey(setting.name())
                        : !value.equals(before.get(setting.name()))) {
                    changes.put(setting, value);
                }
            }
        }
        if (!problems.isEmpty()) {
            throw ProblemException.invalid(problems);
        }
        changes.forEach((setting, value) -> {
            store.put(section.pid(), setting.name(), value, setting.secret());
            audit.note(by, "setting.changed", detail(section, setting, before.get(setting.name()), value), address);
        });
        apply.now();
    }

    private static String detail(Section section, Setting setting, @Nullable String before, @Nullable String after) {
        String name = section.pid() + " " + setting.name();
        if (setting.secret()) {
            return name + (after == null ? " –" : " ***");
        }
        return name + " " + (before == null ? setting.proposed() : before) + " → "
                + (after == null ? setting.proposed() : after);
    }
}
