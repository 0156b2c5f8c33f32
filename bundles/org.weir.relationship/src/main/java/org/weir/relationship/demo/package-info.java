/** A company at work, for visitors of the demo. */
@NullMarked
package org.weir.relationship.demo;

import org.jspecify.annotations.NullMarked;
