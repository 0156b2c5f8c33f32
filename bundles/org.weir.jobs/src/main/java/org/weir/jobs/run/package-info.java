/** Running jobs and keeping their state. */
@NullMarked
package org.weir.jobs.run;

import org.jspecify.annotations.NullMarked;
