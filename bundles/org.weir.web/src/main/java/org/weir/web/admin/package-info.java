/** Users, teams, roles, audit trail, bundles, events. */
@NullMarked
package org.weir.web.admin;

import org.jspecify.annotations.NullMarked;
