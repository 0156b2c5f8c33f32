/** Configurations: site types, choices and who made them, undo, coverage of needs, and the bill of materials. */
@NullMarked
package org.weir.solution.configuration;

import org.jspecify.annotations.NullMarked;
