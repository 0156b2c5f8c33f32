package org.weir.admin.setting;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Dictionary;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings this node's configurations to what the database and the files of {@code conf} say. */
final class ApplySettings {
    private static final Logger LOG = LoggerFactory.getLogger(ApplySettings.class);

    private final SettingStore store;
    private final FindSections sections;
    private final ConfFile files;
    private final ConfigurationAdmin configurations;
    private final Set<String> applied = new HashSet<>();

    ApplySettings(SettingStore store, FindSections sections, ConfFile files, ConfigurationAdmin configurations) {
        this.store = store;
        this.sections = sections;
        this.files = files;
        this.configurations = configurations;
    }

    /** Does nothing where all is as it should be. */
    synchronized void now() throws IOException {
        Map<String, Map<String, String>> set = store.all();
        Set<String> pids = new TreeSet<>(set.keySet());
        pids.addAll(applied);
        if (pids.isEmpty()) {
            return;
        }
        for (Section section : sections.all()) {
            if (pids.contains(section.pid())) {
                apply(section, set.getOrDefault(section.pid(), Map.of()));
                section.settings().stream()
                        .filter(Setting::secret)
                        .forEach(it -> store.sealAnew(section.pid(), it.name()));
                applied.add(section.pid());
            }
        }
    }

    /** An empty configuration stays: one that is deleted makes its component anew, an empty one is taken as it runs. */
    private void apply(Section section, Map<String, String> set) throws IOException {
        Configuration configuration = configurations.getConfiguration(section.pid(), "?");
        Dictionary<String, Object> before = configuration.getProperties();
        Set<String> fixed = files.names(section.pid());
        Map<String, Object> wanted = new TreeMap<>();
        if (before != null) {
            for (String name : Collections.list(before.keys())) {
                if (fixed.contains(name) || name.startsWith("felix.fileinstall.")) {
                    wanted.put(name, before.get(name));
                }
            }
        }
        set.forEach((name, typed) ->
                value(section, name, typed).filter(it -> !fixed.contains(name)).ifPresent(it -> wanted.put(name, it)));
        if (!same(before, wanted)) {
            LOG.info("The settings {} are changed", section.pid());
            configuration.update(new Hashtable<>(wanted));
        }
    }

    private static Optional<Object> value(Section section, String name, String typed) {
        return section.settings().stream()
                .filter(it -> it.name().equals(name) && it.problem(typed) == null)
                .findFirst()
                .map(it -> it.value(typed));
    }

    private static boolean same(@Nullable Dictionary<String, Object> before, Map<String, Object> wanted) {
        Map<String, Object> there = new TreeMap<>();
        if (before != null) {
            for (String name : Collections.list(before.keys())) {
                if (!name.startsWith("service.")) {
                    there.put(name, before.get(name));
                }
            }
        }
        return there.keySet().equals(wanted.keySet())
                && there.entrySet().stream()
                        .allMatch(it -> Arrays.deepEquals(
                                new Object[] {it.getValue()}, new Object[] {wanted.get(it.getKey())}));
    }

    /** The value that holds on this node, as text; empty when the bundle's own proposal holds. */
    Optional<String> holds(String pid, String name) throws IOException {
        Configuration[] found;
        try {
            found = configurations.listConfigurations("(service.pid=" + pid + ")");
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(pid, e);
        }
        Dictionary<String, Object> properties = found == null ? null : found[0].getProperties();
        Object value = properties == null ? null : properties.get(name);
        return value == null
                ? Optional.empty()
                : Optional.of(
                        value instanceof Object[] several
                                ? String.join(
                                        ", ",
                                        List.of(several).stream()
                                                .map(String::valueOf)
                                                .toList())
                                : String.valueOf(value));
    }
}
