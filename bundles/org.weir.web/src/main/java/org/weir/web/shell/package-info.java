/** The frame around every page: routing, security, layout, errors. */
@NullMarked
package org.weir.web.shell;

import org.jspecify.annotations.NullMarked;
