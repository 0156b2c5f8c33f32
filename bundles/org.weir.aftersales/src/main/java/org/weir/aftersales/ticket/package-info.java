/** Tickets: what a customer lacks, who owns it, and the clocks that run until he has it again. */
@NullMarked
package org.weir.aftersales.ticket;

import org.jspecify.annotations.NullMarked;
