/** What strangers make of the API's description. */
@NullMarked
package org.weir.itest.client;

import org.jspecify.annotations.NullMarked;
