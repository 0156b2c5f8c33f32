/** The way in for bin/weir: one line at a time, from this machine only, with the token that lies in the data folder. */
@NullMarked
package org.weir.operations.control;

import org.jspecify.annotations.NullMarked;
