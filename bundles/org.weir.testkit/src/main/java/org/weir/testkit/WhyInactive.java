package org.weir.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** Tells why components are not active: one sentence for each that is not. */
public final class WhyInactive {
    private WhyInactive() {}

    /** Empty when every enabled component is satisfied. */
    public static List<String> tell(ServiceComponentRuntime runtime) {
        List<String> reasons = new ArrayList<>();
        for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs()) {
            var configurations = runtime.getComponentConfigurationDTOs(component);
            if (configurations.isEmpty() && runtime.isComponentEnabled(component)) {
                reasons.add(
                        component.name + " waits for its configuration " + Arrays.toString(component.configurationPid));
            }
            for (ComponentConfigurationDTO configuration : configurations) {
                String reason = reason(configuration);
                if (!reason.isEmpty()) {
                    reasons.add(component.name + " in " + component.bundle.symbolicName + reason);
                }
            }
        }
        return reasons;
    }

    private static String reason(ComponentConfigurationDTO configuration) {
        return switch (configuration.state) {
            case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION -> " waits for its configuration";
            case ComponentConfigurationDTO.UNSATISFIED_REFERENCE -> " waits for " + missing(configuration);
            case ComponentConfigurationDTO.FAILED_ACTIVATION -> " failed to start: " + configuration.failure;
            default -> "";
        };
    }

    private static String missing(ComponentConfigurationDTO configuration) {
        List<String> names = new ArrayList<>();
        for (UnsatisfiedReferenceDTO reference : configuration.unsatisfiedReferences) {
            names.add(reference.target == null ? reference.name : reference.name + reference.target);
        }
        return String.join(", ", names);
    }
}
