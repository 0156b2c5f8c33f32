/** Work in the background, with progress and cancel. */
@NullMarked
package org.weir.jobs;

import org.jspecify.annotations.NullMarked;
