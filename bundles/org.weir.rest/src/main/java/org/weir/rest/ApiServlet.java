package org.weir.rest;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletMultipart;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.weir.access.api.Access;
import org.weir.access.api.Audit;
import org.weir.access.api.Directory;
import org.weir.base.api.Gate;
import org.weir.base.api.Region;
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
import org.weir.rest.http.Allowance;
import org.weir.rest.http.Endpoint;
import org.weir.rest.http.Upload;
import org.weir.rest.once.AnswerOnce;
import org.weir.store.api.Database;

/** The API at {@code /api}. */
@Component(service = Servlet.class, configurationPid = "org.weir.rest")
@Designate(ocd = ApiServlet.Settings.class)
@HttpWhiteboardServletPattern("/api/*")
@HttpWhiteboardServletMultipart(maxFileSize = Upload.LIMIT, fileSizeThreshold = 64 << 10)
public final class ApiServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Endpoint endpoint;
    private final transient Allowance allowance;
    private final transient AnswerOnce once;

    @ObjectClassDefinition(id = "org.weir.rest", name = "API")
    @interface Settings {
        @AttributeDefinition(name = "Requests a minute that one caller may send on a node; 0 for any number")
        int requests_per_minute() default 12_000;

        @AttributeDefinition(name = "Requests that one caller may send at once before the rate counts")
        int requests_at_once() default 2_000;
    }

    @Activate
    public ApiServlet(
            BundleContext framework,
            Settings settings,
            @Reference(target = "(schema=rest)") Database database,
            @Reference Gate gate,
            @Reference Texts texts,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    Region region,
            @Reference Access access,
            @Reference Directory directory,
            @Reference Audit audit,
            @Reference RecordTypes types,
            @Reference Records records,
            @Reference Filters filters,
            @Reference Actions actions,
            @Reference History history,
            @Reference Timeline timeline,
            @Reference Conversation conversation,
            @Reference Imports imports,
            @Reference Exports exports,
            @Reference Jobs jobs,
            @Reference ParkedEvents parked,
            @Reference BundleFailures failures,
            @Reference Resources resources) {
        Api api = new Api(
                new Api.People(access, directory, audit),
                new Api.Kinds(types, records, filters, actions, history, timeline, conversation, database),
                new Api.Work(imports, exports, jobs, parked),
                new Api.Modules(framework::getBundles, failures),
                resources);
        this.allowance = new Allowance(perMinute(framework, settings), settings.requests_at_once());
        this.once = new AnswerOnce(database, Clock.systemUTC()).start();
        this.endpoint = api.endpoint(gate, texts, region == null ? Locale.ENGLISH : region.locale(), once, allowance);
    }

    @Deactivate
    void close() {
        once.close();
    }

    /** New limits hold from the next request on. */
    @Modified
    void changed(BundleContext framework, Settings settings) {
        allowance.change(perMinute(framework, settings), settings.requests_at_once());
    }

    /** {@code -Dweir.requests-per-minute} stands above the setting: benchmarks are one caller. */
    private static int perMinute(BundleContext framework, Settings settings) {
        String above = framework.getProperty("weir.requests-per-minute");
        return above == null ? settings.requests_per_minute() : Integer.parseInt(above);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        endpoint.serve(request, response);
    }
}
