package org.weir.aftersales.installed;

import java.util.List;

/**
 * The engineering archive as a reader sees it: sites, the systems on them, their units. Texts are in the reader's language.
 *
 * @param next address of the following systems, empty at the end; {@code previous} likewise
 */
public record Archive(
        List<Place> places, long systems, long units, Warnings warnings, String next, String previous, String addUrl) {

    /** @param ending systems shown whose warranty ends soon, {@code over} those without one any more */
    public record Warnings(long ending, long over, long tickets) {}

    /** @param href empty for systems that stand at no named site */
    public record Place(String name, String href, List<SystemNode> systems) {}

    /** @param gone units that were replaced or taken out */
    public record SystemNode(
            String id,
            String name,
            String number,
            String state,
            boolean inService,
            String care,
            String acceptedOn,
            Seal warranty,
            long tickets,
            List<UnitLine> units,
            List<UnitLine> gone,
            boolean mayOpen) {}

    public record UnitLine(
            String id,
            String label,
            String item,
            String position,
            String serial,
            String revision,
            String quantity,
            String maker,
            String state,
            Seal warranty,
            long tickets) {}

    /** A warranty. @param tone {@code plain, good, warn, bad}; empty for one that ends as the system's does */
    public record Seal(String tone, String text) {}
}
