/** What administrators do: users, teams, roles, the audit trail, events that were parked. */
@NullMarked
package org.weir.rest.admin;

import org.jspecify.annotations.NullMarked;
