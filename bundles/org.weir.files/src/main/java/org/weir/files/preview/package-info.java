/** Pictures of files, drawn here. */
@NullMarked
package org.weir.files.preview;

import org.jspecify.annotations.NullMarked;
