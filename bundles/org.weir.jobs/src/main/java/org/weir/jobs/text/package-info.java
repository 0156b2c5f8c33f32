/** Texts as they lie in the database: key and arguments, so that each reader gets their own language. */
@NullMarked
package org.weir.jobs.text;

import org.jspecify.annotations.NullMarked;
