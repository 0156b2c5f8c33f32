/** What the tests of Weir and of partners share. */
@NullMarked
package org.weir.testkit;

import org.jspecify.annotations.NullMarked;
