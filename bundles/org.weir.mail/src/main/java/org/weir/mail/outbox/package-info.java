/** Letters on their way, in the database. */
@NullMarked
package org.weir.mail.outbox;

import org.jspecify.annotations.NullMarked;
