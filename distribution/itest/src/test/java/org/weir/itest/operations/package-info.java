/** What IT does with a Weir: backup, restore, migration, doctor, console; and what happens to it. */
@NullMarked
package org.weir.itest.operations;

import org.jspecify.annotations.NullMarked;
