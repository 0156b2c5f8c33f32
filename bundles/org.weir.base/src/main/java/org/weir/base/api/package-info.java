/** Values every bundle shares: ids, money, texts, problems, regions, and the gate that lets requests finish. */
@Export
@Version("1.0.0")
@NullMarked
package org.weir.base.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
