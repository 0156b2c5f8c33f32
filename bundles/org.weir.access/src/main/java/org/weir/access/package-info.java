/** Who may do and see what: people, teams, roles, sessions, the audit trail. */
@NullMarked
package org.weir.access;

import org.jspecify.annotations.NullMarked;
