package org.weir.calendar.api;

/** A calendar has no working time, or none within reach, so that nothing can be reckoned with it. */
public final class NoWorkingTime extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoWorkingTime(String message) {
        super(message);
    }
}
