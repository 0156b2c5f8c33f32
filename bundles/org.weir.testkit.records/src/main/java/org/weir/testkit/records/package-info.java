/** Real records in tests, and the contracts that a bundle keeps. */
@NullMarked
package org.weir.testkit.records;

import org.jspecify.annotations.NullMarked;
