package org.weir.insight.chain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.ChainStation.Facts;
import org.weir.records.api.RecordType;
import org.weir.records.api.Row;

/**
 * What comes before and after a record, as far as somebody may see it.
 *
 * @param here the record one looks from
 * @param stations in the order of the chain, those that have records
 * @param links between the records shown
 */
record Chain(Row here, List<Station> stations, List<Link> links) {

    /**
     * @param more how many there are besides those shown
     * @param filter selects all of them in a list, as in the URL; empty when no filter does
     */
    record Station(RecordType type, int order, List<Node> nodes, long more, String filter) {}

    /**
     * @param number the number people see, when it is not the title; empty otherwise
     * @param facts null when the station could not say
     * @param responsible the name; empty when nobody is or the name is not known
     */
    record Node(
            Row row, String title, String number, @Nullable Facts facts, String responsible, Place place) {}

    /** {@code from} comes before {@code to}. */
    record Link(UUID from, UUID to) {}

    /** How a record stands to the one that one looks from. */
    enum Place {
        HERE,
        /** Before or after it. */
        LINE,
        /** Comes from the same beginning. */
        BESIDE
    }
}
