package org.weir.admin.bundle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.dto.ServiceReferenceDTO;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.SatisfiedReferenceDTO;
import org.weir.admin.bundle.TryChange.Draft;
import org.weir.base.api.Text;

/** What bundles give one another as services: what a new one lacks, and whose parts would miss one that goes. */
final class Parts {
    private static final String SERVICE = "osgi.service";

    private final BundleContext context;
    private final ServiceComponentRuntime components;
    private final Installed installed;

    Parts(BundleContext context, ServiceComponentRuntime components, Installed installed) {
        this.context = context;
        this.components = components;
        this.installed = installed;
    }

    /** The services that the bundle must have and that nobody declares or offers, by their filters. */
    List<String> missing(Bundle added, @Nullable Bundle replaced, List<Bundle> all) {
        List<String> result = new ArrayList<>();
        for (BundleRequirement wanted : added.adapt(BundleRevision.class).getDeclaredRequirements(SERVICE)) {
            boolean optional = "optional".equals(wanted.getDirectives().get(Constants.RESOLUTION_DIRECTIVE));
            String filter = wanted.getDirectives().get(Constants.FILTER_DIRECTIVE);
            if (!optional && filter != null && !declared(wanted, all) && !offered(null, filter, replaced)) {
                result.add(filter);
            }
        }
        return result;
    }

    private static boolean declared(BundleRequirement wanted, List<Bundle> all) {
        return all.stream()
                .flatMap(it -> it.adapt(BundleRevision.class).getDeclaredCapabilities(SERVICE).stream())
                .anyMatch(wanted::matches);
    }

    /** Whether another bundle than the one given offers such a service now. */
    private boolean offered(@Nullable String type, @Nullable String filter, @Nullable Bundle without) {
        try {
            ServiceReference<?>[] found = context.getAllServiceReferences(type, filter);
            if (found != null) {
                for (ServiceReference<?> reference : found) {
                    Bundle by = reference.getBundle();
                    if (by != null && (without == null || by.getBundleId() != without.getBundleId())) {
                        return true;
                    }
                }
            }
            return false;
        } catch (InvalidSyntaxException e) {
            return false;
        }
    }

    /** How many services of each type a bundle declares. */
    Map<String, Integer> offered(Bundle bundle) {
        Map<String, Integer> result = new TreeMap<>();
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        for (BundleCapability capability : revision.getDeclaredCapabilities(SERVICE)) {
            Object types = capability.getAttributes().get("objectClass");
            if (types instanceof Collection<?> several) {
                several.forEach(it -> result.merge(String.valueOf(it), 1, Integer::sum));
            } else if (types != null) {
                result.merge(types.toString(), 1, Integer::sum);
            }
        }
        return result;
    }

    void offers(Bundle added, @Nullable Bundle present, Draft draft) {
        Map<String, Integer> before = present == null ? Map.of() : offered(present);
        offered(added).forEach((type, count) -> {
            if (!before.containsKey(type)) {
                draft.adds(type, Text.of("admin.plan.offers"));
            }
        });
        for (BundleCapability exported :
                added.adapt(BundleRevision.class).getDeclaredCapabilities("osgi.wiring.package")) {
            String name = String.valueOf(exported.getAttributes().get("osgi.wiring.package"));
            draft.adds(
                    name,
                    Text.of(
                            "admin.plan.exports",
                            String.valueOf(exported.getAttributes().get("version"))));
        }
    }

    /** Says which parts of others use what the bundle offers. @param again the types it will offer afterwards too */
    void without(Bundle gone, Set<String> again, Draft draft) {
        for (ComponentDescriptionDTO component : components.getComponentDescriptionDTOs()) {
            if (component.bundle.id != gone.getBundleId()) {
                for (ComponentConfigurationDTO made : components.getComponentConfigurationDTOs(component)) {
                    for (SatisfiedReferenceDTO bound : made.satisfiedReferences) {
                        if (from(gone, bound)) {
                            without(gone, component, bound, again, draft);
                        }
                    }
                }
            }
        }
    }

    private static boolean from(Bundle gone, SatisfiedReferenceDTO bound) {
        if (bound.boundServices != null) {
            for (ServiceReferenceDTO service : bound.boundServices) {
                if (service.bundle == gone.getBundleId()) {
                    return true;
                }
            }
        }
        return false;
    }

    private void without(
            Bundle gone,
            ComponentDescriptionDTO component,
            SatisfiedReferenceDTO bound,
            Set<String> again,
            Draft draft) {
        for (ReferenceDTO reference : component.references) {
            if (reference.name.equals(bound.name)) {
                boolean needed = reference.cardinality.startsWith("1");
                boolean others = offered(reference.interfaceName, bound.target, gone);
                Bundle owner = context.getBundle(component.bundle.id);
                boolean core = owner != null && installed.core(owner);
                Text why = Text.of("admin.plan.uses", reference.interfaceName);
                if (needed && !others && !again.contains(reference.interfaceName)) {
                    draft.breaks(component.name, new Reason(why, ""), core);
                } else if ((needed && !others) || "static".equals(reference.policy)) {
                    draft.restarts(component.name, why, core);
                }
            }
        }
    }
}
