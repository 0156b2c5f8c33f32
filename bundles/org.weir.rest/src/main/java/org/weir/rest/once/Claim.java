package org.weir.rest.once;

import java.util.UUID;

/**
 * A caller's key, held by one request.
 *
 * @param id of the request that holds it
 */
record Claim(UUID caller, String key, UUID id) {}
