package org.weir.solution.api;

/** Names of this bundle's record types and events, for references, filters and consumers of other bundles. */
public final class SolutionTypes {
    public static final String PRODUCT_MODEL = "product-model";
    public static final String CONFIGURATION = "configuration";
    public static final String QUOTE = "quote";
    public static final String QUOTE_LINE = "quote-line";
    public static final String CONTRACT = "contract";
    public static final String CONTRACT_LINE = "contract-line";
    public static final String CONTRACT_SITE = "contract-site";

    /** An accepted quote has become a contract; the subject is the contract, its lines and sites are there. */
    public static final String CONTRACT_SIGNED = "contract.signed";

    private SolutionTypes() {}
}
