package org.weir.rest.http;

import java.util.UUID;

/** Sees to it that what is sent again under the same key is done once. */
public interface Repetition {
    /** What is to be done; gives the answer as it is sent. */
    @FunctionalInterface
    interface Work {
        Answer run() throws Exception;
    }

    /**
     * Does the work and keeps its answer in one transaction, or gives the answer that was kept. A refusal is not kept: nothing
     * was done, and the next request with the key begins anew.
     *
     * @param fingerprint tells requests apart
     * @throws org.weir.base.api.ProblemException 409 while the first is under way, 422 when the key belonged to another
     *     request
     */
    Answer once(UUID caller, String key, String fingerprint, Work work) throws Exception;
}
