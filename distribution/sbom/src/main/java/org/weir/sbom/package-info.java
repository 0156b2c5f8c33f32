/** What an edition contains. */
@NullMarked
package org.weir.sbom;

import org.jspecify.annotations.NullMarked;
