/** Import: upload, mapping, dry run, import in the background, error file, undo. */
@NullMarked
package org.weir.records.importing;

import org.jspecify.annotations.NullMarked;
