/** What an accepted quote becomes: bill of materials and sites. */
@NullMarked
package org.weir.solution.contract;

import org.jspecify.annotations.NullMarked;
