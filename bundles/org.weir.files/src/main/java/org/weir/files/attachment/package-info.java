/** Files beside records: who may, what is there, what goes. */
@NullMarked
package org.weir.files.attachment;

import org.jspecify.annotations.NullMarked;
