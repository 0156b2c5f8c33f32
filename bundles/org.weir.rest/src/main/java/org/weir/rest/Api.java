package org.weir.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.osgi.framework.Bundle;
import org.weir.access.api.Access;
import org.weir.access.api.Audit;
import org.weir.access.api.Directory;
import org.weir.base.api.Gate;
import org.weir.base.api.Texts;
import org.weir.events.api.ParkedEvents;
import org.weir.jobs.api.Jobs;
import org.weir.log.api.BundleFailures;
import org.weir.records.api.Actions;
import org.weir.records.api.Conversation;
import org.weir.records.api.Exports;
import org.weir.records.api.Filters;
import org.weir.records.api.History;
import org.weir.records.api.Imports;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.records.api.Timeline;
import org.weir.rest.admin.AuditResource;
import org.weir.rest.admin.BundleResource;
import org.weir.rest.admin.ParkedResource;
import org.weir.rest.admin.ServiceResource;
import org.weir.rest.admin.TeamResource;
import org.weir.rest.admin.UserAccessResource;
import org.weir.rest.admin.UserResource;
import org.weir.rest.http.Allowance;
import org.weir.rest.http.Endpoint;
import org.weir.rest.http.Repetition;
import org.weir.rest.http.Route;
import org.weir.rest.me.MeResource;
import org.weir.rest.me.SecondFactorResource;
import org.weir.rest.me.TokenResource;
import org.weir.rest.openapi.IndexResource;
import org.weir.rest.record.ActionResource;
import org.weir.rest.record.BulkResource;
import org.weir.rest.record.ByKeyResource;
import org.weir.rest.record.CommentResource;
import org.weir.rest.record.HistoryResource;
import org.weir.rest.record.Kit;
import org.weir.rest.record.ListResource;
import org.weir.rest.record.RecordResource;
import org.weir.rest.transfer.ExportResource;
import org.weir.rest.transfer.ImportResource;
import org.weir.rest.transfer.JobResource;
import org.weir.store.api.Database;

/** Puts the resources together over the services they need. */
final class Api {
    /** Whose requests these are. */
    record People(Access access, Directory directory, Audit audit) {}

    /** The record kit. */
    record Kinds(
            RecordTypes types,
            Records records,
            Filters filters,
            Actions actions,
            History history,
            Timeline timeline,
            Conversation conversation,
            Database database) {}

    /** Work in the background. */
    record Work(Imports imports, Exports exports, Jobs jobs, ParkedEvents parked) {}

    /** What is installed. */
    record Modules(Supplier<Bundle[]> bundles, BundleFailures failures) {}

    private final People people;
    private final Kinds kinds;
    private final Work work;
    private final Modules modules;
    private final Resources resources;

    Api(People people, Kinds kinds, Work work, Modules modules, Resources resources) {
        this.people = people;
        this.kinds = kinds;
        this.work = work;
        this.modules = modules;
        this.resources = resources;
    }

    /** @param fallback the language of those who ask for none and are not known */
    Endpoint endpoint(Gate gate, Texts texts, Locale fallback, Repetition repetition, Allowance allowance) {
        resources.join(routes());
        return new Endpoint(
                resources::router,
                gate,
                people.access(),
                texts,
                fallback,
                type -> kinds.types().find(type).isPresent(),
                repetition,
                allowance);
    }

    /** Those that are always there. */
    private List<Route> routes() {
        Kit kit = new Kit(kinds.types(), kinds.records(), kinds.filters());
        IndexResource index = new IndexResource(kinds.types(), kinds.actions());
        List<Route> routes = new ArrayList<>(index.routes());
        routes.addAll(new MeResource(people.access()).routes());
        routes.addAll(new SecondFactorResource(people.access().secondFactor()).routes());
        routes.addAll(new TokenResource(people.access().tokens()).routes());
        routes.addAll(new ListResource(kit).routes());
        routes.addAll(new RecordResource(kit).routes());
        routes.addAll(new ByKeyResource(kit).routes());
        routes.addAll(new BulkResource(kit, kinds.database()).routes());
        routes.addAll(new ActionResource(kit, kinds.actions()).routes());
        routes.addAll(new HistoryResource(kit, kinds.history(), kinds.timeline()).routes());
        routes.addAll(new CommentResource(kit, kinds.conversation()).routes());
        routes.addAll(new ImportResource(kinds.types(), work.imports()).routes());
        routes.addAll(new ExportResource(kit, work.exports()).routes());
        routes.addAll(new JobResource(work.jobs()).routes());
        routes.addAll(new UserResource(people.directory()).routes());
        routes.addAll(new UserAccessResource(people.access()).routes());
        routes.addAll(new ServiceResource(people.directory()).routes());
        routes.addAll(new TeamResource(people.directory()).routes());
        routes.addAll(new AuditResource(people.access(), people.audit()).routes());
        routes.addAll(new BundleResource(modules.bundles(), modules.failures()).routes());
        routes.addAll(new ParkedResource(work.parked()).routes());
        index.describes(() -> resources.router().routes());
        return routes;
    }
}
