package org.weir.web.live;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory;
import org.weir.base.api.Gate;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Texts;
import org.weir.events.api.EventStream;
import org.weir.jobs.api.Jobs;
import org.weir.records.api.Records;
import org.weir.web.jobs.JobPages;
import org.weir.web.shell.Request;
import org.weir.web.shell.Shell;

/**
 * Streams of server-sent events: {@code /live/job/ID}, {@code /live/jobs}, {@code /live/jobs/all} and {@code
 * /live/record/TYPE/ID}. A stream is checked when it opens, ends after ten minutes, and is then opened and checked again by the browser.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/live/*")
@HttpWhiteboardServletAsyncSupported
public final class LiveServlet extends HttpServlet implements SynchronousBundleListener {
    private static final long serialVersionUID = 1L;

    private final transient BundleContext context;
    private final transient Access access;
    private final transient Records records;
    private final transient Jobs jobs;
    private final transient Gate gate;
    private final transient Live live;

    @Activate
    public LiveServlet(
            BundleContext context,
            @Reference Access access,
            @Reference Records records,
            @Reference Jobs jobs,
            @Reference Directory directory,
            @Reference Texts texts,
            @Reference Gate gate,
            @Reference EventStream events) {
        this.context = context;
        this.access = access;
        this.records = records;
        this.jobs = jobs;
        this.gate = gate;
        this.live = new Live(jobs, directory, texts, gate, events);
        context.addBundleListener(this);
    }

    @Deactivate
    public void close() {
        context.removeBundleListener(this);
        live.close();
    }

    /** Streams never finish by themselves: they end when the server is about to wait for requests in flight. */
    @Override
    public void bundleChanged(BundleEvent event) {
        boolean server = event.getBundle().getBundleId() == 0
                || String.valueOf(event.getBundle().getSymbolicName()).startsWith("org.apache.felix.http.jetty");
        if (server && (event.getType() == BundleEvent.STOPPING || event.getType() == BundleEvent.STARTED)) {
            live.pause(event.getType() == BundleEvent.STOPPING);
        }
    }

    @Override
    @SuppressWarnings("try")
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        try (Gate.Pass pass = gate.enter()) {
            Optional<Actor> actor = actor(request);
            if (actor.isEmpty()) {
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
                return;
            }
            open(request, response, actor.get());
        } catch (ProblemException refused) {
            response.setStatus(refused.status());
        }
    }

    private Optional<Actor> actor(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(Shell.COOKIE)) {
                    return access.session(cookie.getValue())
                            .filter(Access.Session::open)
                            .map(Access.Session::actor);
                }
            }
        }
        return Optional.empty();
    }

    private void open(HttpServletRequest request, HttpServletResponse response, Actor actor) {
        String[] parts = (request.getPathInfo() == null ? "" : request.getPathInfo()).split("/");
        boolean opened;
        if (parts.length == 3 && parts[1].equals("job")) {
            UUID job = Request.id(parts[2]);
            boolean all = actor.may(JobPages.ADMINISTER);
            if (jobs.find(job)
                    .filter(it -> all || it.owner().equals(actor.user()))
                    .isEmpty()) {
                throw ProblemException.notFound();
            }
            opened = live.job(begin(request, response), actor, job);
        } else if (parts.length == 2 && parts[1].equals("jobs")) {
            opened = live.jobs(begin(request, response), actor, false);
        } else if (parts.length == 3 && parts[1].equals("jobs") && parts[2].equals("all")) {
            if (!actor.may(JobPages.ADMINISTER)) {
                throw ProblemException.forbidden(JobPages.ADMINISTER);
            }
            opened = live.jobs(begin(request, response), actor, true);
        } else if (parts.length == 4 && parts[1].equals("record")) {
            UUID id = Request.id(parts[3]);
            records.read(actor, parts[2], id);
            opened = live.record(begin(request, response), actor, parts[2], id);
        } else {
            throw ProblemException.notFound();
        }
        if (!opened) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            request.getAsyncContext().complete();
        }
    }

    private static AsyncContext begin(HttpServletRequest request, HttpServletResponse response) {
        response.setContentType("text/event-stream;charset=utf-8");
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext context = request.startAsync(request, response);
        context.setTimeout(0);
        return context;
    }
}
