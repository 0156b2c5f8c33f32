/** The record kit: one declaration of a record type gives everything a record needs. */
@NullMarked
package org.weir.records;

import org.jspecify.annotations.NullMarked;
