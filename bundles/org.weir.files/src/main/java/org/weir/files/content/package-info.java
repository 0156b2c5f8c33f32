/** Where the bytes of files lie, and what kind they are. */
@NullMarked
package org.weir.files.content;

import org.jspecify.annotations.NullMarked;
