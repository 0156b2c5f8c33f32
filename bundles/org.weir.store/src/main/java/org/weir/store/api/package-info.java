/** Databases, one schema per bundle, and transactions that span them. */
@Export
@Version("1.0.0")
@NullMarked
package org.weir.store.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
