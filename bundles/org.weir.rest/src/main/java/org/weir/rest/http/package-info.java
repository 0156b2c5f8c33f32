/** Requests, answers, problems and JSON: what every resource stands on. */
@NullMarked
package org.weir.rest.http;

import org.jspecify.annotations.NullMarked;
