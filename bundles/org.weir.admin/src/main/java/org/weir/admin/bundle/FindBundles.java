package org.weir.admin.bundle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;
import org.weir.base.api.Text;
import org.weir.log.api.BundleFailures;
import org.weir.log.api.BundleFailures.Failure;

/** Looks at the bundles, and at what their components wait for. */
final class FindBundles {
    private static final String OURS = "org.weir.";

    private final BundleContext context;
    private final ServiceComponentRuntime components;
    private final BundleFailures failures;

    FindBundles(BundleContext context, ServiceComponentRuntime components, BundleFailures failures) {
        this.context = context;
        this.components = components;
        this.failures = failures;
    }

    /** @param libraries also those of others that Weir brings along; deployed ones are always there */
    List<BundleLine> all(boolean libraries) {
        Map<String, Failure> standing = new HashMap<>();
        failures.standing().forEach(it -> standing.put(it.subject(), it));
        List<BundleLine> result = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            String name = name(bundle);
            Failure failure = standing.remove(name);
            boolean ours = name.startsWith(OURS) && !name.startsWith(OURS + "lib.");
            if (bundle.getBundleId() != 0 && (libraries || ours || deployed(bundle) || failure != null)) {
                result.add(line(bundle, name, failure));
            }
        }
        standing.values()
                .forEach(it -> result.add(new BundleLine(
                        it.subject(),
                        "",
                        it.version(),
                        it.file(),
                        BundleLine.State.REFUSED,
                        it.at(),
                        List.of(reason(it.reason())))));
        result.sort(Comparator.comparing((BundleLine it) -> !it.trouble())
                .thenComparing(it -> it.file().isEmpty())
                .thenComparing(BundleLine::name));
        return result;
    }

    private static String name(Bundle bundle) {
        return Objects.requireNonNullElse(bundle.getSymbolicName(), bundle.getLocation());
    }

    private boolean deployed(Bundle bundle) {
        String system = context.getProperty("weir.system");
        return system != null && !bundle.getLocation().contains(system);
    }

    private BundleLine line(Bundle bundle, String name, @Nullable Failure failure) {
        List<Reason> reasons = new ArrayList<>();
        boolean active = bundle.getState() == Bundle.ACTIVE || bundle.getState() == Bundle.STARTING;
        boolean fragment = bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
        if (failure != null) {
            reasons.add(reason(failure.reason()));
        }
        if (active) {
            reasons.addAll(waits(bundle));
        }
        String location = bundle.getLocation();
        return new BundleLine(
                name,
                Objects.requireNonNullElse(bundle.getHeaders().get(Constants.BUNDLE_NAME), ""),
                bundle.getVersion().toString(),
                deployed(bundle) ? location.substring(location.lastIndexOf('/') + 1) : "",
                state(active || fragment, failure != null, reasons),
                Instant.ofEpochMilli(bundle.getLastModified()),
                reasons);
    }

    private static BundleLine.State state(boolean active, boolean failed, List<Reason> reasons) {
        if (active) {
            return reasons.isEmpty() ? BundleLine.State.ACTIVE : BundleLine.State.WAITS;
        }
        return failed ? BundleLine.State.REFUSED : BundleLine.State.STOPPED;
    }

    /** What the parts of a bundle wait for, or why they failed. */
    List<Reason> waits(Bundle bundle) {
        List<Reason> reasons = new ArrayList<>();
        components.getComponentDescriptionDTOs(bundle).forEach(it -> waits(it, reasons));
        return reasons;
    }

    private void waits(ComponentDescriptionDTO component, List<Reason> reasons) {
        for (ComponentConfigurationDTO made : components.getComponentConfigurationDTOs(component)) {
            if (made.state == ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION) {
                reasons.add(waits(component, String.join(", ", component.configurationPid)));
            } else if (made.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
                reasons.add(waits(component, first(made.failure)));
            } else if (made.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE) {
                for (UnsatisfiedReferenceDTO missing : made.unsatisfiedReferences) {
                    reasons.add(waits(component, missing(component, missing)));
                }
            }
        }
    }

    /** Whether the service can be had. */
    boolean made(ServiceReference<?> service) {
        boolean made = context.getService(service) != null;
        if (made) {
            context.ungetService(service);
        }
        return made || service.getBundle() == null;
    }

    private static Reason waits(ComponentDescriptionDTO component, String what) {
        return new Reason(Text.of("admin.bundle.part-waits", component.name, what), "");
    }

    Reason reason(String words) {
        return Reason.of(words, this::exported);
    }

    /** The versions in which resolved bundles bring the package. */
    private List<String> exported(String name) {
        Set<String> result = new TreeSet<>();
        for (Bundle bundle : context.getBundles()) {
            String exports = bundle.getHeaders().get(Constants.EXPORT_PACKAGE);
            if (exports != null && bundle.getState() != Bundle.INSTALLED) {
                Reason.version(exports, name).ifPresent(result::add);
            }
        }
        return List.copyOf(result);
    }

    private static String first(@Nullable String failure) {
        return failure == null ? "?" : failure.lines().findFirst().orElse("?");
    }

    private static String missing(ComponentDescriptionDTO component, UnsatisfiedReferenceDTO missing) {
        String service = missing.name;
        for (ReferenceDTO reference : component.references) {
            if (reference.name.equals(missing.name)) {
                service = reference.interfaceName;
            }
        }
        return missing.target == null || missing.target.isEmpty() ? service : service + " " + missing.target;
    }
}
