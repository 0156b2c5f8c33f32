/** Energy meters at an account's sites: the record type, and what can be put around a record type. */
@NullMarked
package org.weir.partner.gallery.meter;

import org.jspecify.annotations.NullMarked;
