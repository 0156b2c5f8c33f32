/** Configurations on both databases, with the real record kit. */
@NullMarked
package org.weir.solution.configuration;

import org.jspecify.annotations.NullMarked;
