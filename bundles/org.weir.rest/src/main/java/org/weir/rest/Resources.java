package org.weir.rest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.base.api.Gate;
import org.weir.base.api.Slots;
import org.weir.rest.api.Operation;
import org.weir.rest.api.Resource;
import org.weir.rest.http.Route;
import org.weir.rest.http.Router;

/**
 * What bundles bring to the API besides records and actions, joined to what is always there. A resource whose path or name is
 * taken is refused and named in the log; the others stand.
 */
@Component(service = Resources.class)
public final class Resources {
    private static final Logger LOG = LoggerFactory.getLogger(Resources.class);
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

    private final Slots<Resource> slots;
    private final Slots<Operation> operations;
    private List<Route> always = List.of();
    private volatile @Nullable Router router;

    @Activate
    public Resources(@Reference Gate gate) {
        slots = new Slots<>(gate, Comparator.comparing(Resource::path));
        operations = new Slots<>(gate, Comparator.comparing(Operation::path).thenComparing(Operation::method));
    }

    @Reference(
            service = Resource.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "remove")
    public void add(Resource resource) {
        slots.add(resource);
        forget();
    }

    public void remove(Resource resource) {
        arrange(resource);
        slots.remove(resource);
        forget();
    }

    @Reference(
            service = Operation.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "removeOperation")
    public void addOperation(Operation operation) {
        operations.add(operation);
        forget();
    }

    public void removeOperation(Operation operation) {
        arrange(operation);
        operations.remove(operation);
        forget();
    }

    synchronized void join(List<Route> routes) {
        always = List.copyOf(routes);
        forget();
    }

    /** As it is now; arranged when it is first asked for after something came or went. */
    Router router() {
        Router ready = router;
        return ready == null ? arrange(null) : ready;
    }

    private synchronized void forget() {
        router = null;
    }

    private synchronized Router arrange(@Nullable Object without) {
        Router ready = router;
        if (ready != null && without == null) {
            return ready;
        }
        List<Route> routes = new ArrayList<>(always);
        Set<String> taken = new HashSet<>();
        routes.forEach(it -> claim(it, taken));
        for (Resource resource : slots.all()) {
            if (resource != without) {
                join(routes, taken, resource, () -> Contributed.route(resource));
            }
        }
        for (Operation operation : operations.all()) {
            if (operation != without) {
                join(routes, taken, operation, () -> Contributed.route(operation));
            }
        }
        Router arranged = new Router(routes);
        router = arranged;
        return arranged;
    }

    private static void join(List<Route> routes, Set<String> taken, Object contribution, Supplier<Route> made) {
        try {
            Route route = made.get();
            claim(route, taken);
            routes.add(route);
        } catch (RuntimeException e) {
            LOG.error("Refused {}: {}", contribution.getClass(), e.getMessage());
        }
    }

    private static void claim(Route route, Set<String> taken) {
        String place = route.method() + " " + VARIABLE.matcher(route.path()).replaceAll("{}");
        if (route.permission().isEmpty()) {
            throw new IllegalArgumentException(place + " declares no permission");
        }
        if (taken.contains(place) || taken.contains(route.operation())) {
            throw new IllegalArgumentException(place + " or the name " + route.operation() + " is taken");
        }
        taken.add(place);
        taken.add(route.operation());
    }
}
