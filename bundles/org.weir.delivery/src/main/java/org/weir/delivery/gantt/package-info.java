/** The plan as a picture: tasks, links, critical path, days off and reasons, of one project or of all running ones. */
@NullMarked
package org.weir.delivery.gantt;

import org.jspecify.annotations.NullMarked;
