/** Leads: hints at business that may come. */
@NullMarked
package org.weir.relationship.lead;

import org.jspecify.annotations.NullMarked;
