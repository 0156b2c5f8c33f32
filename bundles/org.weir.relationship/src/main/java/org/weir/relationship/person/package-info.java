/** People at customers. */
@NullMarked
package org.weir.relationship.person;

import org.jspecify.annotations.NullMarked;
