package org.weir.access;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.access.api.RoleTemplate;
import org.weir.access.user.Accounts;

/** Takes in the grants that bundles propose, as the bundles come. */
@Component(service = MergeRoleTemplates.class, immediate = true)
public final class MergeRoleTemplates {
    private static final Logger LOG = LoggerFactory.getLogger(MergeRoleTemplates.class);

    private final Core core;

    @Activate
    public MergeRoleTemplates(@Reference Core core) {
        this.core = core;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addTemplate(RoleTemplate template) {
        try {
            core.roles.merge(Accounts.system(), template);
        } catch (RuntimeException failed) {
            LOG.error(
                    "{} proposes grants that cannot be taken in",
                    template.getClass().getName(),
                    failed);
        }
    }

    /** What was taken in stays: it is the administrator's now. */
    void removeTemplate(RoleTemplate template) {
        LOG.debug("{} has gone, its grants stay", template.getClass().getName());
    }
}
