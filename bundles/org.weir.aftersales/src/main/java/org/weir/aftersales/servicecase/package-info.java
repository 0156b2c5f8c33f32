/** The case library: what went wrong once, why, and what helped. */
@NullMarked
package org.weir.aftersales.servicecase;

import org.jspecify.annotations.NullMarked;
