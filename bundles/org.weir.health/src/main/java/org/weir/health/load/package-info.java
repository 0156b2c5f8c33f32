/** More requests than can be served wait a little in line; those beyond are told to come again. */
@NullMarked
package org.weir.health.load;

import org.jspecify.annotations.NullMarked;
