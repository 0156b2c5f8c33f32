package org.weir.delivery.task;

/** Why a task does not begin earlier. */
public enum WaitReason {
    /** It may begin at once. */
    NONE,
    /** A task before it, named in {@code waitsFor}. */
    LINK,
    /** Its crew is at another task, named in {@code waitsFor}. */
    CREW,
    /** Its crew is off. */
    ABSENCE,
    /** The calendar has no working time. */
    CALENDAR,
    /** Somebody holds it until a day. */
    HOLD
}
