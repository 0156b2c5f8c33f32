package org.weir.admin.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.access.api.Actor;
import org.weir.access.api.Audit;
import org.weir.admin.bundle.DeployStore.Deployment;
import org.weir.admin.bundle.DeployStore.Kept;
import org.weir.admin.bundle.DeployStore.Wanted;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.base.api.Texts;

/**
 * Installs, upgrades, removes and takes back bundles. A change is tried on this node first; only when the bundle works
 * here do other nodes follow, and when it does not, what was there before comes back by itself.
 */
final class Deploy {
    private static final Logger LOG = LoggerFactory.getLogger(Deploy.class);
    /** After this an attempt whose node is gone is judged by any other. */
    private static final Duration ABANDONED = Duration.ofMinutes(2);

    private static final long MEGABYTE = 1024 * 1024;

    private final DeployStore store;
    private final BringInLine line;
    private final TryChange trial;
    private final WatchBundle watch;
    private final Installed installed;
    private final Audit audit;
    private final Texts texts;
    private final Clock clock;
    private final UUID node;
    private final Supplier<Limits> limits;
    private final Executor worker;
    private final ReentrantLock busy = new ReentrantLock();
    private final AtomicBoolean changing = new AtomicBoolean();

    Deploy(
            DeployStore store,
            BringInLine line,
            TryChange trial,
            WatchBundle watch,
            Installed installed,
            Audit audit,
            Texts texts,
            Clock clock,
            UUID node,
            Supplier<Limits> limits,
            Executor worker) {
        this.worker = worker;
        this.store = store;
        this.line = line;
        this.trial = trial;
        this.watch = watch;
        this.installed = installed;
        this.audit = audit;
        this.texts = texts;
        this.clock = clock;
        this.node = node;
        this.limits = limits;
    }

    /** @param startSeconds that a bundle may take until all its parts work */
    record Limits(int megabytes, int startSeconds, ReadJar.Limits jar) {}

    /** A change that somebody asked for. */
    record Asked(Actor by, String address) {}

    /** Checks a file and keeps it, so that it can be tried and installed. @throws ProblemException 422 at {@code file} */
    Jar bring(InputStream in, String fileName) throws IOException {
        Path file = Files.createTempFile("weir-bundle", ".jar");
        try {
            copy(in, file);
            Jar jar = new ReadJar(limits.get().jar()).read(file, fileName);
            store.keep(jar, file);
            store.sweep(jar.name());
            return jar;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void copy(InputStream in, Path file) throws IOException {
        long left = limits.get().megabytes() * MEGABYTE;
        byte[] buffer = new byte[65_536];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                left -= n;
                if (left < 0) {
                    throw ProblemException.invalid(
                            "file", Text.of("admin.jar.large", limits.get().megabytes()));
                }
                out.write(buffer, 0, n);
            }
        }
    }

    Kept jar(String sha) {
        return store.jar(sha).orElseThrow(ProblemException::notFound);
    }

    /** What installing the jar would do. @throws ProblemException 404 when it is not kept (any more) */
    Plan plan(String sha) throws IOException {
        Kept kept = jar(sha);
        return with(kept, (jar, file) -> trial.bring(jar, file));
    }

    Plan planRemoval(String name) throws IOException {
        return trial.remove(name);
    }

    private interface Use<T> {
        T with(Jar jar, Path file) throws IOException;
    }

    private <T> T with(Kept kept, Use<T> use) throws IOException {
        Path file = Files.createTempFile("weir-bundle", ".jar");
        try {
            if (!store.write(kept.sha(), file)) {
                throw ProblemException.notFound();
            }
            return use.with(new ReadJar(limits.get().jar()).read(file, kept.fileName()), file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /**
     * Begins to install a jar that was brought before. The work is done when this request has ended, because the bundles
     * that go wait for every request in flight.
     *
     * @return the deployment to watch
     * @throws ProblemException 409 with the reason when the trial says that it may not be, or while another change is made
     */
    UUID install(Asked asked, String sha) throws IOException {
        return begin(asked, plan(sha), sha);
    }

    /** Begins to remove a deployed bundle. @throws ProblemException 404, or 409 as above */
    UUID remove(Asked asked, String name) throws IOException {
        return begin(asked, trial.remove(name), null);
    }

    /** The jar that would come back. */
    Optional<Kept> former(String name) {
        return store.wanted(name).map(Wanted::previous).flatMap(store::jar);
    }

    /** Begins to bring the version back that was there before. @throws ProblemException 409 when there was none, or as above */
    UUID back(Asked asked, String name) throws IOException {
        Kept former =
                former(name).orElseThrow(() -> ProblemException.conflict(Text.of("admin.bundle.no-former", name)));
        return install(asked, former.sha());
    }

    private UUID begin(Asked asked, Plan plan, @Nullable String sha) throws IOException {
        refuse(plan);
        if (!changing.compareAndSet(false, true)) {
            throw ProblemException.conflict(Text.of("admin.deploy.busy"));
        }
        try {
            String before = adopted(plan.name());
            Deployment begun = store.deployment(asked.by().name(), plan.name(), before, sha, "trying", "");
            store.note(begun);
            worker.execute(() -> run(asked, plan, begun));
            return begun.id();
        } catch (IOException | RuntimeException e) {
            changing.set(false);
            throw e;
        }
    }

    private void run(Asked asked, Plan plan, Deployment begun) {
        busy.lock();
        try {
            change(asked, plan, begun);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            LOG.error("{} could not be changed", plan.name(), e);
            store.end(begun.id(), "undone", String.valueOf(e.getMessage()));
        } finally {
            busy.unlock();
            changing.set(false);
        }
    }

    private static void refuse(Plan plan) {
        if (plan.refused()) {
            Reason first = plan.refusals().get(0);
            Text said = first.said();
            throw ProblemException.conflict(said == null ? Text.of("admin.plan.refused", first.words()) : said);
        }
    }

    /** The jar that is there now, kept if it was copied by hand; null for none. */
    private @Nullable String adopted(String name) throws IOException {
        Optional<String> known = store.wanted(name).map(Wanted::sha);
        if (known.isPresent()) {
            return known.get();
        }
        Optional<Path> file =
                installed.named(name).filter(it -> !installed.core(it)).flatMap(Installed::file);
        if (file.isEmpty()) {
            return null;
        }
        Jar jar = new ReadJar(new ReadJar.Limits(limits.get().jar().unpackedMegabytes(), null))
                .read(file.get(), file.get().getFileName().toString());
        store.keep(jar, file.get());
        return jar.sha();
    }

    private void change(Asked asked, Plan plan, Deployment begun) throws IOException, InterruptedException {
        String sha = begun.toSha();
        String before = begun.fromSha();
        Set<Long> running = watch.running();
        long since = clock.millis();
        Wanted wanted = want(plan.name(), sha, before, true);
        line.apply(wanted);
        int seconds = limits.get().startSeconds();
        Optional<Reason> wrong = sha == null
                ? watch.gone(plan.name(), seconds)
                : watch.works(plan.name(), plan.to(), since, running, seconds);
        String outcome = "done";
        String reason = wrong.map(it -> words(it, asked.by().locale())).orElse("");
        if (wrong.isPresent() && sha != null) {
            outcome = undo(plan, wanted, before, running);
        } else {
            store.settle(plan.name(), wanted.revision());
        }
        store.end(begun.id(), outcome, reason);
        audit.note(asked.by(), action(plan, outcome), detail(plan, reason), asked.address());
        store.sweep(plan.name());
    }

    private Wanted want(String name, @Nullable String sha, @Nullable String before, boolean trying) {
        long seen = store.wanted(name).map(Wanted::revision).orElse(0L);
        long revision = store.want(name, seen, sha, before, trying, node)
                .orElseThrow(() -> ProblemException.conflict(Text.of("admin.deploy.busy")));
        return new Wanted(name, revision, sha, before, trying, node, clock.instant());
    }

    /** Brings back what was there, unless the new version has already changed its data. */
    private String undo(Plan plan, Wanted wanted, @Nullable String before, Set<Long> running)
            throws IOException, InterruptedException {
        if (before != null && movedOn(plan)) {
            store.settle(plan.name(), wanted.revision());
            return "stands";
        }
        long since = clock.millis();
        line.apply(want(plan.name(), before, wanted.sha(), false));
        if (before != null) {
            watch.works(plan.name(), plan.from(), since, running, limits.get().startSeconds());
        } else {
            watch.gone(plan.name(), limits.get().startSeconds());
        }
        return "undone";
    }

    /** Whether the version that does not work got its data to a state that the former one cannot read. */
    private boolean movedOn(Plan plan) {
        boolean changes = plan.notes().stream().anyMatch(it -> it.key().equals("admin.plan.changes-data"));
        Optional<Bundle> now = installed.named(plan.name());
        return changes
                && now.filter(it -> it.getVersion().toString().equals(plan.to()) && it.getState() == Bundle.ACTIVE)
                        .isPresent();
    }

    private String words(Reason reason, Locale locale) {
        Text said = reason.said();
        return said == null ? reason.words() : texts.text(locale, said);
    }

    private static String action(Plan plan, String outcome) {
        if (outcome.equals("undone")) {
            return "bundle.failed";
        }
        return plan.to().isEmpty() ? "bundle.removed" : plan.from().isEmpty() ? "bundle.installed" : "bundle.changed";
    }

    private static String detail(Plan plan, String reason) {
        String versions =
                (plan.from().isEmpty() ? "" : plan.from() + " → ") + (plan.to().isEmpty() ? "–" : plan.to());
        return plan.name() + " " + versions + (reason.isEmpty() ? "" : ": " + reason);
    }

    /** @throws ProblemException 404 */
    Deployment deployment(UUID id) {
        return store.deployment(id).orElseThrow(ProblemException::notFound);
    }

    List<Deployment> deployments(int limit) {
        return store.deployments(limit);
    }

    List<Wanted> wanted() {
        return store.wanted();
    }

    /** The regular look: follows what other nodes have settled, and finishes what a node that is gone has begun. */
    void look() throws IOException, InterruptedException {
        if (busy.tryLock()) {
            try {
                line.all(new ReadJar(limits.get().jar()));
                for (Wanted wanted : store.wanted()) {
                    if (wanted.trying() && wanted.changedAt().plus(ABANDONED).isBefore(clock.instant())) {
                        finish(wanted);
                    }
                }
            } finally {
                busy.unlock();
            }
        }
    }

    private void finish(Wanted wanted) throws IOException, InterruptedException {
        Set<Long> running = watch.running();
        line.apply(wanted);
        String sha = wanted.sha();
        Optional<Reason> wrong = sha == null
                ? Optional.empty()
                : watch.works(
                        wanted.name(),
                        jar(sha).version(),
                        0,
                        running,
                        limits.get().startSeconds());
        if (wrong.isEmpty()) {
            store.settle(wanted.name(), wanted.revision());
            store.endAll(wanted.name(), "done", "");
        } else {
            line.apply(want(wanted.name(), wanted.previous(), sha, false));
            store.endAll(wanted.name(), "undone", words(wrong.get(), Locale.ENGLISH));
        }
    }
}
