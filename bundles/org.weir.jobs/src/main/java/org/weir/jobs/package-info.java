/** Background work as a component. */
@NullMarked
package org.weir.jobs;

import org.jspecify.annotations.NullMarked;
