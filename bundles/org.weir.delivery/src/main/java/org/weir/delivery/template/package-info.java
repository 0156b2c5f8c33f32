/** What a project of a kind is made of: steps, links and checklists. */
@NullMarked
package org.weir.delivery.template;

import org.jspecify.annotations.NullMarked;
