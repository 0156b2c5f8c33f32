/** What people want to hear of. */
@NullMarked
package org.weir.mail.choice;

import org.jspecify.annotations.NullMarked;
