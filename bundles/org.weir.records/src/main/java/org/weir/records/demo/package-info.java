/** Demo data, made once. */
@NullMarked
package org.weir.records.demo;

import org.jspecify.annotations.NullMarked;
