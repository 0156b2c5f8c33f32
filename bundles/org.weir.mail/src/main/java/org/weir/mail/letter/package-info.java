/** How a letter is drawn. */
@NullMarked
package org.weir.mail.letter;

import org.jspecify.annotations.NullMarked;
