package org.weir.access.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Writes to the audit trail: sign-ins, refusals, rights, exports, bundles. Entries are never changed; each carries a hash
 * over itself and the one before, so that a change behind Weir's back is found.
 */
@ProviderType
public interface Audit {
    /**
     * Writes an entry, in the transaction under way if there is one: entries are written one after another, so note last
     * and commit soon.
     *
     * @param action for example {@code sign-in.failed}, {@code export.started}, {@code bundle.installed}
     * @param detail what exactly; no secrets; cut at 2,000 characters
     */
    void note(@Nullable Actor actor, String action, String detail, String address);

    /** Reads the whole trail and recomputes its hashes. */
    Verdict verify();

    /**
     * @param entries how many were found sound
     * @param broken the first entry that does not fit; null when all fit and none is missing at the end
     * @param head the last hash; kept elsewhere, it proves later that nothing up to here was rewritten
     */
    record Verdict(boolean intact, long entries, @Nullable UUID broken, String head) {}
}
