/** Databases for tests: the same test runs on HSQLDB in memory and on a real PostgreSQL. */
@NullMarked
package org.weir.testkit.database;

import org.jspecify.annotations.NullMarked;
