/** What Weir itself writes of. */
@NullMarked
package org.weir.mail.notice;

import org.jspecify.annotations.NullMarked;
