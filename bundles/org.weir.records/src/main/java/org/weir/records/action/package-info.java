/** Actions offered and run. */
@NullMarked
package org.weir.records.action;

import org.jspecify.annotations.NullMarked;
