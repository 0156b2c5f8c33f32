/** Working time: calendars and the arithmetic on them. */
@Export
@Version("1.0.0")
@NullMarked
package org.weir.calendar.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
