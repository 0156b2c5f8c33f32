package org.weir.rest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.access.api.Actor;
import org.weir.base.api.Gate;
import org.weir.base.api.Slots;
import org.weir.rest.api.Resource;
import org.weir.rest.http.Answer;
import org.weir.rest.http.Call;
import org.weir.rest.http.Route;
import org.weir.rest.http.Router;

/**
 * What bundles bring to the API besides records and actions, joined to what is always there. A resource whose path or name is
 * taken is refused and named in the log; the others stand.
 */
@Component(service = Resources.class)
public final class Resources {
    private static final Logger LOG = LoggerFactory.getLogger(Resources.class);

    private final Slots<Resource> slots;
    private List<Route> always = List.of();
    private volatile Router router = new Router(List.of());

    @Activate
    public Resources(@Reference Gate gate) {
        slots = new Slots<>(gate, Comparator.comparing(Resource::path));
    }

    @Reference(
            service = Resource.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "remove")
    public void add(Resource resource) {
        slots.add(resource);
        arrange(null);
    }

    public void remove(Resource resource) {
        arrange(resource);
        slots.remove(resource);
    }

    synchronized void join(List<Route> routes) {
        always = List.copyOf(routes);
        arrange(null);
    }

    Router router() {
        return router;
    }

    private synchronized void arrange(@Nullable Resource without) {
        List<Route> routes = new ArrayList<>(always);
        Router taken = new Router(routes);
        for (Resource resource : slots.all()) {
            if (resource == without) {
                continue;
            }
            try {
                Route route = route(resource);
                if (routes.stream().anyMatch(it -> it.operation().equals(route.operation()))) {
                    throw new IllegalArgumentException("the name " + route.operation() + " is taken");
                }
                List<Route> more = new ArrayList<>(routes);
                more.add(route);
                taken = new Router(more);
                routes = more;
            } catch (RuntimeException e) {
                LOG.error("Refused the resource {} of {}: {}", resource.path(), resource.getClass(), e.getMessage());
            }
        }
        router = taken;
    }

    private static Route route(Resource resource) {
        return Route.of("GET", resource.path(), resource.name(), call -> answer(resource, call))
                .needs(resource.permission())
                .contributed(resource.summary())
                .gives(200)
                .refuses(404);
    }

    private static Answer answer(Resource resource, Call call) {
        return call.answer(resource.get(new Asked(call)));
    }

    private record Asked(Call call) implements Resource.Ask {
        @Override
        public Actor actor() {
            return call.actor();
        }

        @Override
        public String path(String variable) {
            return call.variable(variable);
        }

        @Override
        public UUID pathId(String variable) {
            return call.id(variable);
        }

        @Override
        public @Nullable String param(String name) {
            return call.param(name);
        }
    }
}
