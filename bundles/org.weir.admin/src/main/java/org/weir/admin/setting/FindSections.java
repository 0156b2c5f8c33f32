package org.weir.admin.setting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.metatype.MetaTypeInformation;
import org.osgi.service.metatype.MetaTypeService;
import org.osgi.service.metatype.ObjectClassDefinition;

/** Reads what the bundles declare; a bundle that comes is there at once. */
final class FindSections {
    private static final String FOLDER = "OSGI-INF/metatype";

    private final BundleContext context;
    private final MetaTypeService types;

    FindSections(BundleContext context, MetaTypeService types) {
        this.context = context;
        this.types = types;
    }

    List<Section> all() {
        List<Section> result = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getState() == Bundle.ACTIVE
                    && bundle.getSymbolicName() != null
                    && !bundle.getSymbolicName().startsWith("org.apache.felix.")
                    && bundle.findEntries(FOLDER, "*.xml", false) != null) {
                add(bundle, result);
            }
        }
        result.sort(Comparator.comparing(Section::pid));
        return result;
    }

    Optional<Section> section(String pid) {
        return all().stream().filter(it -> it.pid().equals(pid)).findFirst();
    }

    private void add(Bundle bundle, List<Section> result) {
        MetaTypeInformation information = types.getMetaTypeInformation(bundle);
        String[] pids = information == null ? null : information.getPids();
        if (information == null || pids == null) {
            return;
        }
        for (String pid : pids) {
            ObjectClassDefinition declared = information.getObjectClassDefinition(pid, null);
            result.add(new Section(
                    pid,
                    declared.getName() == null ? pid : declared.getName(),
                    bundle.getSymbolicName(),
                    Arrays.stream(declared.getAttributeDefinitions(ObjectClassDefinition.ALL))
                            .map(Setting::new)
                            .toList()));
        }
    }
}
