/** The administration: what it asks for and where its pages are. */
@NullMarked
package org.weir.admin;

import org.jspecify.annotations.NullMarked;
