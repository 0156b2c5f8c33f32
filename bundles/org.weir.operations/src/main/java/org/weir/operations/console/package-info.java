/** The shell of the framework on the terminal. */
@NullMarked
package org.weir.operations.console;

import org.jspecify.annotations.NullMarked;
