/** What people do, in a real Chromium. */
@NullMarked
package org.weir.itest.browser;

import org.jspecify.annotations.NullMarked;
