/** The event log: facts written in the transaction that caused them, read by consumers with cursors. */
@Export
@Version("1.0.0")
@NullMarked
package org.weir.events.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
