/** Records of every type: reading, changing, actions, history, comments, timeline. */
@NullMarked
package org.weir.rest.record;

import org.jspecify.annotations.NullMarked;
