/** The work breakdown of projects: tasks and the links between them. */
@NullMarked
package org.weir.delivery.task;

import org.jspecify.annotations.NullMarked;
