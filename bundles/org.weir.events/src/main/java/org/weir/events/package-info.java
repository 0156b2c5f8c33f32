/** Facts written in the transaction that caused them, and consumers that keep a cursor. */
@NullMarked
package org.weir.events;

import org.jspecify.annotations.NullMarked;
