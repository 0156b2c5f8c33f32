package org.weir.solution.configuration;

import java.util.UUID;

/** Reads what configurations consist of; a service of this bundle. Joins the transaction under way; asks for no permission. */
@FunctionalInterface
public interface BillsOfMaterials {
    /** @throws org.weir.base.api.ProblemException 404 when there is no such configuration */
    BillOfMaterials of(UUID configuration);
}
