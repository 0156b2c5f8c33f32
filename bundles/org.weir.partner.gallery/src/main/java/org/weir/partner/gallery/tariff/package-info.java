/** Tariffs: a page, and things found by the search that are no records. */
@NullMarked
package org.weir.partner.gallery.tariff;

import org.jspecify.annotations.NullMarked;
