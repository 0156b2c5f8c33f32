package org.weir.solution.configuration;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.weir.solution.price.ItemKind;

/**
 * What a configuration consists of: every feature that is taken and either has a price, a cost or an energy figure or is a
 * physical thing, per site type, in the order of the model.
 *
 * @param model the {@code product-model} record
 * @param currency of all prices and costs, ISO 4217
 * @param complete whether nothing is open in any site type; a bill of an incomplete configuration lists what is decided
 * @param revision grows with every choice; keep it to see later whether the configuration has been changed since
 */
public record BillOfMaterials(
        UUID configuration,
        UUID model,
        String currency,
        boolean complete,
        long revision,
        List<SiteType> siteTypes,
        List<Line> lines) {

    /**
     * @param feature its name in the model, stable: the code of the line
     * @param labels by language tag, always with {@code en}
     * @param quantity per site, 1 or more
     * @param unitPrice of one piece; zero when the model has none
     * @param unitCost of one piece; zero when the model has none
     * @param energy mean power drawn by one piece, in watts; negative when it gives power
     * @param physical something that is shipped, as opposed to licences, services and groups
     * @param kind hardware unless the model says otherwise
     */
    public record Line(
            SiteType siteType,
            String feature,
            Map<String, String> labels,
            int quantity,
            BigDecimal unitPrice,
            BigDecimal unitCost,
            BigDecimal energy,
            boolean physical,
            ItemKind kind) {

        /** In the language, or in English. */
        public String label(Locale locale) {
            String label = labels.get(locale.getLanguage());
            return label == null ? labels.getOrDefault("en", feature) : label;
        }

        /** Pieces for all sites of the type. */
        public long total() {
            return (long) quantity * siteType.count();
        }
    }
}
