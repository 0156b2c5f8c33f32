/** The record kit put together: its services, and a factory for tests of other bundles. */
@NullMarked
package org.weir.records.kit;

import org.jspecify.annotations.NullMarked;
