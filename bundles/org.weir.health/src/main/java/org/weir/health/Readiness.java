package org.weir.health;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/**
 * Finds what is not there yet: bundles of the installed set that are not active, and components in them that wait for
 * something or failed. Bundles that people deploy do not count: a broken one must not take the suite off the network.
 */
final class Readiness {
    private static final String OURS = "org.weir.";

    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final BundleContext context;
    private final ServiceComponentRuntime components;

    /** For each part that was missing at the last look around, whether it is there by now. */
    private final Deque<BooleanSupplier> awaited = new ArrayDeque<>();

    private Report last = new Report(List.of(), List.of());
    private long lookedAt;

    Readiness(BundleContext context, ServiceComponentRuntime components) {
        this.context = context;
        this.components = components;
    }

    /**
     * For one who asks every few milliseconds while others want the processors: as long as something that was missing
     * at the last look around still is, that look is the answer, for half a second at most.
     */
    synchronized Report glance() {
        if (System.nanoTime() - lookedAt < LOOK_AGAIN_NANOS) {
            while (!awaited.isEmpty() && awaited.peek().getAsBoolean()) {
                awaited.remove();
            }
            if (!awaited.isEmpty()) {
                return last;
            }
        }
        awaited.clear();
        last = report(awaited);
        lookedAt = System.nanoTime();
        return last;
    }

    Report report() {
        return report(new ArrayDeque<>());
    }

    /** @param arrivals gets for each part that is missing whether it has come meanwhile */
    private Report report(Collection<BooleanSupplier> arrivals) {
        List<String> missing = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        String system = context.getProperty("weir.system");
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getBundleId() == 0
                    || (system != null && !bundle.getLocation().contains(system))) {
                continue;
            }
            if (!active(bundle)) {
                missing.add(bundle.getSymbolicName() + " is not active");
                arrivals.add(() -> active(bundle));
            } else if (bundle.getSymbolicName().startsWith(OURS)) {
                for (ComponentDescriptionDTO component : components.getComponentDescriptionDTOs(bundle)) {
                    int before = missing.size();
                    look(component, missing, failed);
                    if (missing.size() > before) {
                        arrivals.add(() -> there(component));
                    }
                }
            }
        }
        if (missing.isEmpty() && failed.isEmpty()) {
            probe(system, failed);
        }
        return new Report(missing, failed);
    }

    private boolean there(ComponentDescriptionDTO component) {
        List<String> missing = new ArrayList<>();
        look(component, missing, new ArrayList<>());
        return missing.isEmpty();
    }

    /** A component that is made when first needed may still turn out to be impossible to make: need each once. */
    private void probe(@Nullable String system, List<String> failed) {
        for (Bundle bundle : context.getBundles()) {
            if (counts(bundle, system) && bundle.getSymbolicName().startsWith(OURS)) {
                for (ComponentDescriptionDTO component : components.getComponentDescriptionDTOs(bundle)) {
                    probe(component, failed);
                }
            }
        }
    }

    private void probe(ComponentDescriptionDTO component, List<String> failed) {
        for (ComponentConfigurationDTO configuration : components.getComponentConfigurationDTOs(component)) {
            if (configuration.state == ComponentConfigurationDTO.SATISFIED
                    && configuration.service != null
                    && !made(configuration.service.id)) {
                failed.add(component.name + ": it could not be made, the log says why");
            }
        }
    }

    private boolean made(long service) {
        try {
            ServiceReference<?>[] found = context.getAllServiceReferences(null, "(service.id=" + service + ")");
            if (found == null) {
                return true;
            }
            boolean made = context.getService(found[0]) != null;
            context.ungetService(found[0]);
            return made;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean counts(Bundle bundle, @Nullable String system) {
        return bundle.getBundleId() != 0
                && (system == null || bundle.getLocation().contains(system));
    }

    private static boolean active(Bundle bundle) {
        boolean fragment = bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
        return bundle.getState() == Bundle.ACTIVE || (fragment && bundle.getState() == Bundle.RESOLVED);
    }

    private void look(ComponentDescriptionDTO component, List<String> missing, List<String> failed) {
        if (!component.defaultEnabled) {
            return;
        }
        var configurations = components.getComponentConfigurationDTOs(component);
        if (configurations.isEmpty() && "require".equals(component.configurationPolicy)) {
            missing.add(component.name + " waits for its configuration");
        }
        for (ComponentConfigurationDTO configuration : configurations) {
            switch (configuration.state) {
                case ComponentConfigurationDTO.ACTIVE -> {}
                case ComponentConfigurationDTO.SATISFIED -> {
                    if (component.immediate) {
                        missing.add(component.name + " is being activated");
                    }
                }
                case ComponentConfigurationDTO.FAILED_ACTIVATION ->
                    failed.add(component.name + ": " + Reason.of(configuration.failure));
                case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION ->
                    missing.add(component.name + " waits for its configuration");
                default -> {
                    for (UnsatisfiedReferenceDTO reference : configuration.unsatisfiedReferences) {
                        missing.add(component.name + " waits for " + wanted(component, reference));
                    }
                }
            }
        }
    }

    private static String wanted(ComponentDescriptionDTO component, UnsatisfiedReferenceDTO reference) {
        String target = reference.target == null ? "" : " " + reference.target;
        for (var declared : component.references) {
            if (declared.name.equals(reference.name)) {
                return declared.interfaceName + target;
            }
        }
        return reference.name + target;
    }

    /**
     * @param missing what is not there yet, one sentence each
     * @param failed  component and reason, one line each; these will not come by waiting
     */
    record Report(List<String> missing, List<String> failed) {
        boolean ready() {
            return missing.isEmpty() && failed.isEmpty();
        }
    }
}
