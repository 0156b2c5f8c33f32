/** What is installed and why something is not there; install, upgrade, remove and roll back with a trial first. */
@NullMarked
package org.weir.admin.bundle;

import org.jspecify.annotations.NullMarked;
