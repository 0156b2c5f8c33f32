package org.weir.access.api;

/** How far a permission reaches over records, from narrow to wide. */
public enum Scope {
    /** Records one owns. */
    OWN,
    /** Records of accounts on whose account team one is, besides OWN. */
    ACCOUNT_TEAM,
    /** Records of one's own team and those below it. */
    TEAM,
    /** Records of one's regions. */
    REGION,
    ALL
}
