package org.weir.itest.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.weir.events.api.Event;
import org.weir.events.api.EventConsumer;
import org.weir.records.api.Row;
import org.weir.records.api.Validator;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;

/** A bundle with pages, a validator and consumers that throw or do not come to an end. */
public final class HostileParts implements BundleActivator {
    static final String IMPORTS = "org.osgi.framework,org.weir.web.api,org.weir.records.api,org.weir.events.api,"
            + "org.weir.access.api,org.weir.base.api";

    @Override
    public void start(BundleContext context) {
        var none = FrameworkUtil.asDictionary(Map.<String, Object>of());
        context.registerService(Page.class, new BadPage("/hostile/throws", false), none);
        context.registerService(Page.class, new BadPage("/hostile/endless", true), none);
        context.registerService(Validator.class, new BadValidator(), none);
        context.registerService(EventConsumer.class, new BadConsumer("test.hostile.throws", false), none);
        context.registerService(EventConsumer.class, new BadConsumer("test.hostile.endless", true), none);
    }

    @Override
    public void stop(BundleContext context) {
        // the framework takes all back
    }

    private static void endless() {
        while (!Files.exists(Path.of("/nowhere/to/be/found"))) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    /** Throws, or never answers. */
    static final class BadPage implements Page {
        private final String path;
        private final boolean endless;

        BadPage(String path, boolean endless) {
            this.path = path;
            this.endless = endless;
        }

        @Override
        public String path() {
            return path;
        }

        @Override
        public String permission() {
            return SIGNED_IN;
        }

        @Override
        public Reply get(Visit visit) {
            if (endless) {
                endless();
            }
            throw new IllegalStateException("the page of test.hostile is broken");
        }
    }

    /** Cannot look at accounts with a certain name. */
    static final class BadValidator implements Validator {
        @Override
        public String type() {
            return "account";
        }

        @Override
        public void check(Change change, Rejections rejections) {
            Row after = change.after();
            if (after != null && "Trip wire".equals(after.get("name"))) {
                throw new IllegalStateException("the validator of test.hostile is broken");
            }
        }
    }

    /** Wants everything, and throws or never ends. */
    static final class BadConsumer implements EventConsumer {
        private final String name;
        private final boolean endless;

        BadConsumer(String name, boolean endless) {
            this.name = name;
            this.endless = endless;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean wants(String eventType) {
            return eventType.startsWith("account.");
        }

        @Override
        public void on(Event event) {
            if (endless) {
                endless();
            }
            throw new IllegalStateException("the consumer of test.hostile is broken");
        }
    }
}
