package org.weir.log;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogListener;
import org.osgi.service.log.LogReaderService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what the framework and the bundles say to the OSGi log into the log of Weir, beginning with what was said
 * before this bundle was there.
 */
@Component(
        service = {},
        immediate = true)
public final class LogBridge implements LogListener {
    /** The framework's own events carry nothing that an operator reads, except errors. */
    private static final String FRAMEWORK_EVENTS = "Events.";

    private final LogReaderService reader;

    @Activate
    public LogBridge(@Reference LogReaderService reader) {
        this.reader = reader;
        List<LogEntry> past = new ArrayList<>(Collections.list(reader.getLog()));
        Collections.reverse(past);
        past.forEach(this::logged);
        reader.addLogListener(this);
    }

    @Deactivate
    void close() {
        reader.removeLogListener(this);
    }

    @Override
    public void logged(LogEntry entry) {
        String name = entry.getLoggerName();
        Throwable cause = entry.getException();
        if (name.startsWith(FRAMEWORK_EVENTS) && cause == null) {
            return;
        }
        Logger logger = LoggerFactory.getLogger(loggerName(entry, name));
        String message = entry.getMessage();
        switch (entry.getLogLevel()) {
            case AUDIT, ERROR -> logger.error(message, cause);
            case WARN -> logger.warn(message, cause);
            case INFO -> logger.info(message, cause);
            case DEBUG -> logger.debug(message, cause);
            case TRACE -> logger.trace(message, cause);
        }
    }

    private static String loggerName(LogEntry entry, String name) {
        boolean generic = name.isEmpty() || name.startsWith("LogService") || name.startsWith(FRAMEWORK_EVENTS);
        return generic && entry.getBundle() != null ? entry.getBundle().getSymbolicName() : name;
    }
}
