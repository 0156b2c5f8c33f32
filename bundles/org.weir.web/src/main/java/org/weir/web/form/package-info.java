/** New and edit, for records and actions. */
@NullMarked
package org.weir.web.form;

import org.jspecify.annotations.NullMarked;
