package org.weir.solution.configuration;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.ProblemException;
import org.weir.solution.configuration.BillOfMaterials.Line;
import org.weir.solution.configuration.ConfigurationStore.Content;
import org.weir.solution.configuration.ConfigurationStore.Head;
import org.weir.solution.engine.CompiledModel;
import org.weir.solution.engine.Feature;
import org.weir.solution.engine.Standing;
import org.weir.solution.engine.Tally;
import org.weir.solution.model.CompiledModels;
import org.weir.solution.model.Labels;
import org.weir.solution.price.ItemKind;
import org.weir.store.api.Database;

/** Works out bills of materials from what is chosen and what follows from it. */
@Component
public final class ReadBillOfMaterials implements BillsOfMaterials {
    private final ConfigurationStore store;
    private final CompiledModels models;
    private final Standings standings = new Standings();

    @Activate
    public ReadBillOfMaterials(
            @Reference(target = "(schema=solution)") Database database, @Reference CompiledModels models) {
        this.store = new ConfigurationStore(database);
        this.models = models;
    }

    @Override
    public BillOfMaterials of(UUID configuration) {
        Head head = store.head(configuration).orElseThrow(ProblemException::notFound);
        Content content = store.content(configuration);
        CompiledModel compiled = models.of(head.model());
        List<Line> lines = new ArrayList<>();
        boolean complete = !content.siteTypes().isEmpty();
        for (SiteType type : content.siteTypes()) {
            Standing standing = standings.of(
                    compiled,
                    type.id(),
                    Chosen.choices(compiled.model(), content.of(type.id()), it -> true),
                    compiled.model().features());
            complete &= OpenDecisions.count(compiled.model(), standing) == 0;
            lines(type, compiled, standing, lines);
        }
        return new BillOfMaterials(
                configuration,
                head.model(),
                head.currency(),
                complete,
                content.revision(),
                content.siteTypes(),
                List.copyOf(lines));
    }

    private static void lines(SiteType type, CompiledModel compiled, Standing standing, List<Line> lines) {
        Tally tally = new Tally(compiled.model(), standing);
        for (Feature feature : compiled.model().features()) {
            if (standing.forced(feature) && listed(feature)) {
                lines.add(new Line(
                        type,
                        feature.name(),
                        Labels.all(feature),
                        tally.pieces(feature),
                        number(feature, "price"),
                        number(feature, "cost"),
                        number(feature, "energy"),
                        physical(feature),
                        kind(feature)));
            }
        }
    }

    private static boolean listed(Feature feature) {
        return physical(feature)
                || feature.number("price") != null
                || feature.number("cost") != null
                || feature.number("energy") != null;
    }

    /** What has a weight is a thing, unless the model says otherwise with {@code physical}. */
    private static boolean physical(Feature feature) {
        Object said = feature.attributes().get("physical");
        return said instanceof Boolean flag ? flag : feature.number("weight") != null;
    }

    /** What the model says with {@code kind} at the feature, or at the nearest above it that says something. */
    private static ItemKind kind(Feature feature) {
        for (Feature it = feature; it != null; it = it.parent()) {
            String said = it.text("kind");
            for (ItemKind kind : ItemKind.values()) {
                if (kind.code().equals(said)) {
                    return kind;
                }
            }
        }
        return ItemKind.HARDWARE;
    }

    private static BigDecimal number(Feature feature, String attribute) {
        BigDecimal number = feature.number(attribute);
        return number == null ? BigDecimal.ZERO : number;
    }
}
