/** From a customer's need to a maintained installation, through all four domains. */
@NullMarked
package org.weir.itest.chain;

import org.jspecify.annotations.NullMarked;
