/** Companies, their people, the teams that look after them, and every touchpoint. */
@NullMarked
package org.weir.relationship;

import org.jspecify.annotations.NullMarked;
