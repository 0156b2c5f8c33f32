/** The after-sales part of the demo. */
@NullMarked
package org.weir.aftersales.demo;

import org.jspecify.annotations.NullMarked;
