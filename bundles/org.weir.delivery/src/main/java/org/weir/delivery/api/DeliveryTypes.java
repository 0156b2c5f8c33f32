package org.weir.delivery.api;

/** Names of this bundle's record types and events, for references, filters and consumers of other bundles. */
public final class DeliveryTypes {
    public static final String PROJECT = "project";
    public static final String TASK = "task";
    public static final String TASK_LINK = "task-link";
    public static final String CREW = "crew";
    public static final String CREW_ABSENCE = "crew-absence";
    public static final String PROJECT_TEMPLATE = "project-template";
    public static final String TEMPLATE_STEP = "template-step";
    public static final String TEMPLATE_LINK = "template-link";
    public static final String SITE_ACCEPTANCE = "site-acceptance";
    public static final String ACCEPTANCE_CHECK = "acceptance-check";
    public static final String PUNCH_ITEM = "punch-item";

    /** A site was signed off; the subject is the site acceptance, {@code kind} says provisional or final. */
    public static final String SITE_ACCEPTED = "site.accepted";

    private DeliveryTypes() {}
}
