/** The configurator: its page, its verbs for the API, and its place on records. */
@NullMarked
package org.weir.solution.configurator;

import org.jspecify.annotations.NullMarked;
