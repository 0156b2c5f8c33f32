/** Mail to people: templated, in their language, queued in the transaction. */
@Export
@Version("1.0.0")
@NullMarked
package org.weir.mail.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
