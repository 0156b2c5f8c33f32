package org.weir.web.shell;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletMultipart;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.weir.access.api.Access;
import org.weir.access.api.Audit;
import org.weir.access.api.Directory;
import org.weir.base.api.Gate;
import org.weir.base.api.Texts;
import org.weir.jobs.api.Jobs;
import org.weir.records.api.Actions;
import org.weir.records.api.Conversation;
import org.weir.records.api.Exports;
import org.weir.records.api.Filters;
import org.weir.records.api.Formats;
import org.weir.records.api.History;
import org.weir.records.api.Imports;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.records.api.Timeline;
import org.weir.web.asset.BundleAssets;

/** The suite's pages, at the root. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/*")
@HttpWhiteboardServletMultipart(fileSizeThreshold = 65_536, maxFileSize = 104_857_600, maxRequestSize = 105_906_176)
public final class ShellServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Shell shell;

    @Activate
    public ShellServlet(
            @Reference Contributions contributions,
            @Reference BundleAssets assets,
            @Reference Access access,
            @Reference Audit audit,
            @Reference Directory directory,
            @Reference Texts texts,
            @Reference Gate gate,
            @Reference Jobs jobs,
            @Reference RecordTypes types,
            @Reference Records records,
            @Reference Actions actions,
            @Reference Filters filters,
            @Reference Formats formats,
            @Reference History history,
            @Reference Conversation conversation,
            @Reference Timeline timeline,
            @Reference Imports imports,
            @Reference Exports exports,
            BundleContext context) {
        this(Wiring.shell(
                new Services(
                        access,
                        audit,
                        directory,
                        texts,
                        gate,
                        Clock.systemUTC(),
                        jobs,
                        types,
                        records,
                        actions,
                        filters,
                        formats,
                        history,
                        conversation,
                        timeline,
                        imports,
                        exports),
                contributions,
                assets.assets(),
                "true".equals(context.getProperty("weir.demo"))));
    }

    /** For a server that is not OSGi's. */
    public ShellServlet(Shell shell) {
        this.shell = shell;
    }

    @Deactivate
    public void close() {
        shell.close();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        shell.serve(request, response);
    }
}
