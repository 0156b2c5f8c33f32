package org.weir.oidc;

import java.util.Set;

/**
 * What the provider says about somebody.
 *
 * @param sid of the session there; empty when it gives none
 */
record Claims(String subject, String login, String name, String email, Set<String> groups, String sid) {}
