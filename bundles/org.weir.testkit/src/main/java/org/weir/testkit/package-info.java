/** What the tests of Weir and of partners share: databases, a clock, a recorder of events. */
@NullMarked
package org.weir.testkit;

import org.jspecify.annotations.NullMarked;
