package org.weir.access;

import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.access.api.Audit;

/** Writes to the trail, and checks it. */
@Component
public final class AuditService implements Audit {
    private final Core core;

    @Activate
    public AuditService(@Reference Core core) {
        this.core = core;
    }

    @Override
    public void note(@Nullable Actor actor, String action, String detail, String address) {
        core.trail.note(actor, action, detail, address);
    }

    @Override
    public Verdict verify() {
        return core.trail.verify();
    }
}
