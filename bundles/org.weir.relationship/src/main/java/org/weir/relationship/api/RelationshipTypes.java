package org.weir.relationship.api;

/** Names of this bundle's record types, for references, filters and events of other bundles. */
public final class RelationshipTypes {
    public static final String ACCOUNT = "account";
    public static final String PERSON = "person";
    public static final String EMPLOYMENT = "employment";
    public static final String ACCOUNT_MEMBER = "account-member";
    public static final String TOUCHPOINT = "touchpoint";
    public static final String SITE = "site";
    public static final String PRODUCT = "product";
    public static final String LEAD = "lead";
    public static final String OPPORTUNITY = "opportunity";
    public static final String OPPORTUNITY_PERSON = "opportunity-person";
    public static final String SELLER = "seller";
    public static final String COMPETITOR = "competitor";
    public static final String NEED = "need";

    private RelationshipTypes() {}
}
