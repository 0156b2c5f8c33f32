package org.weir.admin.bundle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.weir.admin.bundle.Plan.Kind;
import org.weir.admin.bundle.Plan.Line;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;

/**
 * Says what a change of the bundles would do, without doing it: the wiring is tried in a {@link TrialFramework}, what
 * would restart is read from the running one.
 */
final class TryChange {
    private final BundleContext context;
    private final Installed installed;
    private final Parts parts;

    TryChange(BundleContext context, ServiceComponentRuntime components) {
        this.context = context;
        this.installed = new Installed(context);
        this.parts = new Parts(context, components, installed);
    }

    /** What would happen if the jar were installed, or took the place of the bundle of its name. */
    synchronized Plan bring(Jar jar, Path file) throws IOException {
        Bundle present = installed.named(jar.name()).orElse(null);
        Draft draft = new Draft(kind(present, jar.version()), jar.name(), version(present), jar.version());
        if (present != null && installed.core(present)) {
            draft.refuse(Text.of("admin.plan.core", jar.name(), version(present)));
            return draft.plan();
        }
        if (present != null && jar.sha().equals(sha(present))) {
            draft.refuse(Text.of("admin.plan.same", jar.name(), jar.version()));
            return draft.plan();
        }
        host(jar, draft);
        data(present, jar, draft);
        closure(present, draft);
        try (TrialFramework trial = new TrialFramework(context)) {
            fill(trial, present);
            Bundle added = add(trial, file, draft);
            if (added != null) {
                trial.resolve();
                judge(added, present, trial, draft);
                compare(trial, draft);
            }
        } catch (BundleException e) {
            throw new IOException(e);
        }
        return draft.plan();
    }

    /** What would happen if the deployed bundle of the name were removed. @throws ProblemException 404 without one */
    synchronized Plan remove(String name) throws IOException {
        Bundle present = installed.named(name).orElseThrow(ProblemException::notFound);
        Draft draft = new Draft(Kind.REMOVE, name, version(present), "");
        if (installed.core(present)) {
            draft.refuse(Text.of("admin.plan.core", name, version(present)));
            return draft.plan();
        }
        closure(present, draft);
        parts.without(present, Set.of(), draft);
        try (TrialFramework trial = new TrialFramework(context)) {
            fill(trial, present);
            trial.resolve();
            compare(trial, draft);
        } catch (BundleException e) {
            throw new IOException(e);
        }
        if (!Installed.header(present, "Weir-Schema").isEmpty()) {
            draft.note(Text.of("admin.plan.data-stay", Installed.header(present, "Weir-Schema")));
        }
        return draft.plan();
    }

    private static String version(@Nullable Bundle bundle) {
        return bundle == null ? "" : bundle.getVersion().toString();
    }

    private static Kind kind(@Nullable Bundle present, String version) {
        if (present == null) {
            return Kind.INSTALL;
        }
        int order = Version.parseVersion(version).compareTo(present.getVersion());
        return order > 0 ? Kind.UPGRADE : order < 0 ? Kind.DOWNGRADE : Kind.REPLACE;
    }

    private static String sha(Bundle bundle) throws IOException {
        Optional<Path> file = Installed.file(bundle);
        return file.isPresent() ? ReadJar.sha(file.get()) : "";
    }

    private void host(Jar jar, Draft draft) {
        if (!jar.host().isEmpty()
                && installed.all().stream()
                        .anyMatch(it -> jar.host().equals(it.getSymbolicName()) && installed.core(it))) {
            draft.refuse(Text.of("admin.plan.fragment", jar.host()));
        }
    }

    private void data(@Nullable Bundle present, Jar jar, Draft draft) {
        if (!jar.schema().isEmpty()) {
            installed.all().stream()
                    .filter(it -> !jar.name().equals(it.getSymbolicName())
                            && jar.schema().equals(Installed.header(it, "Weir-Schema")))
                    .forEach(it -> draft.refuse(Text.of("admin.plan.schema", jar.schema(), Installed.name(it))));
        }
        List<String> before = present == null ? List.of() : Installed.migrations(present);
        List<String> gone =
                before.stream().filter(it -> !jar.migrations().contains(it)).toList();
        List<String> fresh =
                jar.migrations().stream().filter(it -> !before.contains(it)).toList();
        if (!gone.isEmpty()) {
            draft.refuse(Text.of("admin.plan.older-data", jar.schema(), String.join(", ", gone)));
        }
        if (!fresh.isEmpty()) {
            draft.note(Text.of(
                    present == null ? "admin.plan.new-data" : "admin.plan.changes-data",
                    jar.schema(),
                    String.join(", ", fresh)));
        }
    }

    /** Who is wired to the bundle that changes, and so is stopped and started with it. */
    private void closure(@Nullable Bundle present, Draft draft) {
        if (present == null) {
            return;
        }
        Bundle system = Objects.requireNonNull(context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION));
        Collection<Bundle> closure = system.adapt(FrameworkWiring.class).getDependencyClosure(List.of(present));
        for (Bundle bundle : closure) {
            if (bundle.getBundleId() != present.getBundleId()) {
                boolean core = installed.core(bundle);
                draft.restarts(Installed.name(bundle), Text.of("admin.plan.wired", draft.name()), core);
                if (core) {
                    draft.refuse(Text.of("admin.plan.core-restarts", Installed.name(bundle)));
                }
            }
        }
    }

    private void fill(TrialFramework trial, @Nullable Bundle without) throws BundleException {
        for (Bundle bundle : installed.all()) {
            Optional<Path> file = Installed.file(bundle);
            if (bundle != without && file.isPresent()) {
                trial.add(file.get());
            }
        }
    }

    private static @Nullable Bundle add(TrialFramework trial, Path file, Draft draft) {
        try {
            return trial.add(file);
        } catch (BundleException refused) {
            draft.refuse(new Reason(
                    Text.of("admin.plan.not-installed"),
                    String.valueOf(
                            refused.getCause() == null
                                    ? refused.getMessage()
                                    : refused.getCause().getMessage())));
            return null;
        }
    }

    private void judge(Bundle added, @Nullable Bundle present, TrialFramework trial, Draft draft) {
        if (!TrialFramework.resolved(added)) {
            draft.refuse(Reason.of(TrialFramework.whyNot(added), name -> exported(trial, name)));
            return;
        }
        parts.missing(added, present, trial.bundles())
                .forEach(it -> draft.refuse(Text.of("admin.plan.no-service", it)));
        parts.offers(added, present, draft);
        if (present != null) {
            parts.without(present, parts.offered(added).keySet(), draft);
        }
    }

    private static List<String> exported(TrialFramework trial, String name) {
        Set<String> versions = new TreeSet<>();
        for (Bundle bundle : trial.bundles()) {
            String exports = bundle.getHeaders("").get(Constants.EXPORT_PACKAGE);
            if (exports != null && TrialFramework.resolved(bundle)) {
                Reason.version(exports, name).ifPresent(versions::add);
            }
        }
        return List.copyOf(versions);
    }

    /** Who works now and would not then, and the other way round. */
    private void compare(TrialFramework trial, Draft draft) {
        for (Bundle now : installed.all()) {
            if (draft.name().equals(now.getSymbolicName())) {
                continue;
            }
            for (Bundle then : trial.bundles()) {
                if (Objects.equals(then.getSymbolicName(), now.getSymbolicName())
                        && then.getVersion().equals(now.getVersion())) {
                    compare(now, then, trial, draft);
                }
            }
        }
    }

    private void compare(Bundle now, Bundle then, TrialFramework trial, Draft draft) {
        boolean worked = now.getState() != Bundle.INSTALLED;
        boolean works = TrialFramework.resolved(then);
        if (worked && !works) {
            Reason why = Reason.of(TrialFramework.whyNot(then), name -> exported(trial, name));
            draft.breaks(Installed.name(now), why, installed.core(now));
        } else if (works && !worked) {
            draft.adds(Installed.name(now), Text.of("admin.plan.comes-up"));
        }
    }

    /** A plan in the making. */
    static final class Draft {
        private final Kind kind;
        private final String name;
        private final String from;
        private final String to;
        private final List<Line> added = new ArrayList<>();
        private final List<Line> restarted = new ArrayList<>();
        private final List<Line> broken = new ArrayList<>();
        private final List<Reason> refusals = new ArrayList<>();
        private final List<Text> notes = new ArrayList<>();

        Draft(Kind kind, String name, String from, String to) {
            this.kind = kind;
            this.name = name;
            this.from = from;
            this.to = to;
        }

        String name() {
            return name;
        }

        void refuse(Text why) {
            refuse(new Reason(why, ""));
        }

        void refuse(Reason why) {
            if (!refusals.contains(why)) {
                refusals.add(why);
            }
        }

        void note(Text note) {
            notes.add(note);
        }

        void adds(String subject, Text why) {
            added.add(new Line(subject, new Reason(why, ""), false));
        }

        void restarts(String subject, Text why, boolean core) {
            Line line = new Line(subject, new Reason(why, ""), core);
            if (!restarted.contains(line)) {
                restarted.add(line);
            }
        }

        void breaks(String subject, Reason why, boolean core) {
            Line line = new Line(subject, why, core);
            if (!broken.contains(line)) {
                broken.add(line);
            }
        }

        Plan plan() {
            Set<String> dead = new HashSet<>();
            broken.forEach(it -> dead.add(it.subject()));
            restarted.removeIf(it -> dead.contains(it.subject()));
            if (!broken.isEmpty()) {
                refuse(Text.of("admin.plan.breaks", String.join(", ", new TreeSet<>(dead))));
            }
            return new Plan(
                    kind,
                    name,
                    from,
                    to,
                    List.copyOf(added),
                    List.copyOf(restarted),
                    List.copyOf(broken),
                    List.copyOf(refusals),
                    List.copyOf(notes));
        }
    }
}
