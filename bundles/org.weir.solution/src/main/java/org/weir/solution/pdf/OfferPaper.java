package org.weir.solution.pdf;

import java.util.List;

/**
 * What the document says, ready to be set: every text in the customer's language, every number formatted.
 *
 * @param company who offers
 * @param to the customer, line by line
 * @param facts label and value, in order
 * @param heads of the columns: place, what, per site, sites, pieces, unit price, discount, amount
 * @param totals label and amount; the last is the grand total
 * @param terms empty for none
 * @param page pattern with {@code {0}} for the page and {@code {1}} for how many there are
 */
record OfferPaper(
        String company,
        String kind,
        String number,
        String subject,
        List<String> to,
        List<List<String>> facts,
        List<String> heads,
        List<Group> groups,
        List<List<String>> totals,
        String termsHead,
        String terms,
        String page) {

    /** The lines of a site type; {@code name} and {@code subtotal} empty when there are no types. */
    record Group(String name, List<List<String>> lines, String subtotalLabel, String subtotal) {}
}
