package org.weir.calendar.api;

/** Names of this bundle's record types, for references and events of other bundles. */
public final class CalendarTypes {
    public static final String WORK_CALENDAR = "work-calendar";

    private CalendarTypes() {}
}
