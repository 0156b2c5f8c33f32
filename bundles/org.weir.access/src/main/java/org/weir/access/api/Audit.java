package org.weir.access.api;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Writes to the audit trail: sign-ins, refusals, rights, exports, bundles. Entries are never changed. */
@ProviderType
public interface Audit {
    /** @param action for example {@code sign-in.failed}, {@code export.started}, {@code bundle.installed} */
    void note(@Nullable Actor actor, String action, String detail, String address);
}
