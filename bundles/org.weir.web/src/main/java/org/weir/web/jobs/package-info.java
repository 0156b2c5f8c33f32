/** Work in the background. */
@NullMarked
package org.weir.web.jobs;

import org.jspecify.annotations.NullMarked;
