package org.weir.aftersales.api;

/** Names of this bundle's record types and events, for references, filters and consumers of other bundles. */
public final class AftersalesTypes {
    public static final String INSTALLED_SYSTEM = "installed-system";
    public static final String UNIT = "unit";
    public static final String SERVICE_CONTRACT = "service-contract";
    public static final String SLA = "sla";
    public static final String TICKET = "ticket";
    public static final String SERVICE_CASE = "service-case";

    /** The customer has what he lacked; the subject is the ticket. */
    public static final String TICKET_RESOLVED = "ticket.resolved";

    /**
     * A ticket has come to a higher step of the ladder; the subject is the ticket. Data: {@code step} (1 owner, 2 service
     * manager, 3 region manager) and {@code metric} ({@code respond}, {@code restore}, {@code resolve}, or {@code manual}
     * when somebody did it).
     */
    public static final String TICKET_ESCALATED = "ticket.escalated";

    private AftersalesTypes() {}
}
