/** Every request has an id, in its answer and in every line of the log that it causes. */
@NullMarked
package org.weir.operations.request;

import org.jspecify.annotations.NullMarked;
