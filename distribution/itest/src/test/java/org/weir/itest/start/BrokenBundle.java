package org.weir.itest.start;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** A bundle that cannot be started. */
public final class BrokenBundle implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        throw new IllegalStateException("the licence file is missing");
    }

    @Override
    public void stop(BundleContext context) {
        // it never ran
    }
}
