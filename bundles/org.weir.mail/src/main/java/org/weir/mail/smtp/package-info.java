/** The way to the mail server. */
@NullMarked
package org.weir.mail.smtp;

import org.jspecify.annotations.NullMarked;
