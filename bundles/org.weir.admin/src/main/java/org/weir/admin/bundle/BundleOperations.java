package org.weir.admin.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.weir.admin.Offer;
import org.weir.admin.Permissions;
import org.weir.admin.bundle.CompareRegion.Difference;
import org.weir.base.api.Text;
import org.weir.rest.api.Operation;
import org.weir.rest.api.Operation.Ask;
import org.weir.rest.api.Operation.Input;
import org.weir.rest.api.Operation.Method;
import org.weir.rest.api.Operation.Output;
import org.weir.rest.api.Reply;

/** The pages of bundles, for programs: {@code /api/admin/bundles/…}. */
@Component(
        service = {},
        immediate = true)
public final class BundleOperations {
    private static final int LIMIT = 200;

    private final Deploy deploy;
    private final CompareRegion compare;
    private final List<ServiceRegistration<?>> offered = new ArrayList<>();

    @Activate
    public BundleOperations(BundleContext context, @Reference DeployComponent bundles) {
        this.deploy = bundles.deploy();
        this.compare = new CompareRegion(context);
        for (Operation one : operations()) {
            offered.add(context.registerService(Operation.class, one, null));
        }
    }

    @Deactivate
    void close() {
        offered.forEach(ServiceRegistration::unregister);
    }

    /** What a change would do. {@code sha} names the jar for installing it; empty for a removal. */
    record Trial(
            String sha,
            String kind,
            String name,
            String from,
            String to,
            boolean refused,
            List<Text> refusals,
            List<Affected> broken,
            List<Affected> restarted,
            List<Affected> added,
            List<Text> notes) {}

    /** @param core whether it belongs to Weir itself */
    record Affected(String subject, Text why, boolean core) {}

    /** @param outcome {@code trying, done, undone, stands, by-hand} */
    record Change(
            UUID id,
            Instant at,
            String by,
            String name,
            String fromVersion,
            String toVersion,
            String outcome,
            String reason) {
        static Change of(DeployStore.Deployment it) {
            return new Change(
                    it.id(), it.at(), it.by(), it.name(), it.fromVersion(), it.toVersion(), it.outcome(), it.reason());
        }
    }

    /** @param kind {@code missing, stopped, extra, other-version} */
    record Deviation(String name, String shipped, String runs, String kind) {
        static Deviation of(Difference it) {
            return new Deviation(
                    it.name(),
                    it.shipped(),
                    it.runs(),
                    it.kind().key().substring(it.kind().key().lastIndexOf('.') + 1));
        }
    }

    private List<Operation> operations() {
        Output trial = Output.json(200, Trial.class);
        Output change = Output.json(202, Change.class);
        return List.of(
                offer(Method.POST, "/admin/bundles/jars", "bringBundle", this::bring)
                        .takes(Input.FILE)
                        .gives(Output.json(201, Trial.class))
                        .refuses(422),
                offer(Method.GET, "/admin/bundles/jars/{sha}", "tryBundle", this::plan)
                        .gives(trial)
                        .refuses(404),
                offer(Method.POST, "/admin/bundles/jars/{sha}/install", "installBundle", this::install)
                        .gives(change)
                        .refuses(404, 409),
                offer(Method.GET, "/admin/bundles/installed/{name}/removal", "tryRemoval", this::planRemoval)
                        .gives(trial)
                        .refuses(404),
                offer(Method.DELETE, "/admin/bundles/installed/{name}", "removeBundle", this::remove)
                        .gives(change)
                        .refuses(404, 409),
                offer(Method.POST, "/admin/bundles/installed/{name}/back", "bringBundleBack", this::back)
                        .gives(change)
                        .refuses(409),
                offer(Method.GET, "/admin/bundles/changes", "listBundleChanges", this::changes)
                        .needs(Permissions.BUNDLES)
                        .gives(Output.items(Change.class)),
                offer(Method.GET, "/admin/bundles/changes/{id}", "readBundleChange", this::change)
                        .gives(Output.json(200, Change.class))
                        .refuses(404),
                offer(Method.GET, "/admin/bundles/region", "compareRegion", this::region)
                        .needs(Permissions.BUNDLES)
                        .gives(Output.items(Deviation.class)));
    }

    private static Offer offer(Method method, String path, String name, Offer.Work work) {
        return Offer.of(method, path, name, Text.of("admin.api." + name), Permissions.DEPLOY, work);
    }

    private Reply bring(Ask ask) throws IOException {
        try (InputStream in = ask.file().open()) {
            Jar jar = deploy.bring(in, ask.file().name());
            return Reply.json(201, trial(jar.sha(), deploy.plan(jar.sha())));
        }
    }

    private Reply plan(Ask ask) throws IOException {
        return Reply.json(trial(ask.path("sha"), deploy.plan(ask.path("sha"))));
    }

    private Reply planRemoval(Ask ask) throws IOException {
        return Reply.json(trial("", deploy.planRemoval(ask.path("name"))));
    }

    private Reply install(Ask ask) throws IOException {
        return begun(deploy.install(new Deploy.Asked(ask.actor(), ""), ask.path("sha")));
    }

    private Reply remove(Ask ask) throws IOException {
        return begun(deploy.remove(new Deploy.Asked(ask.actor(), ""), ask.path("name")));
    }

    private Reply back(Ask ask) throws IOException {
        return begun(deploy.back(new Deploy.Asked(ask.actor(), ""), ask.path("name")));
    }

    private Reply begun(UUID id) {
        return Reply.json(202, Change.of(deploy.deployment(id))).with("Location", "/api/admin/bundles/changes/" + id);
    }

    private Reply changes(Ask ask) {
        return Reply.json(deploy.deployments(LIMIT).stream().map(Change::of).toList());
    }

    private Reply change(Ask ask) {
        return Reply.json(Change.of(deploy.deployment(ask.pathId("id"))));
    }

    private Reply region(Ask ask) throws IOException {
        return Reply.json(
                compare.with(compare.here()).stream().map(Deviation::of).toList());
    }

    private static Trial trial(String sha, Plan plan) {
        return new Trial(
                sha,
                plan.kind().key().substring("admin.plan.".length()),
                plan.name(),
                plan.from(),
                plan.to(),
                plan.refused(),
                plan.refusals().stream().map(BundleOperations::said).toList(),
                affected(plan.broken()),
                affected(plan.restarted()),
                affected(plan.added()),
                plan.notes());
    }

    private static List<Affected> affected(List<Plan.Line> lines) {
        return lines.stream()
                .map(it -> new Affected(it.subject(), said(it.why()), it.core()))
                .toList();
    }

    private static Text said(Reason reason) {
        Text said = reason.said();
        return said == null ? Text.of("admin.plan.refused", reason.words()) : said;
    }
}
