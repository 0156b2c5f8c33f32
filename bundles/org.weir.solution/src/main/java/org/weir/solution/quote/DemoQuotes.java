package org.weir.solution.quote;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory;
import org.weir.events.api.EventLog;
import org.weir.records.api.Demo;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.relationship.api.RelationshipTypes;
import org.weir.solution.api.SolutionTypes;
import org.weir.solution.configuration.BillsOfMaterials;
import org.weir.store.api.Database;

/** Quotes of the demo company in every state and four currencies, made by the use cases as its people would. */
@Component
public final class DemoQuotes implements Demo {
    private final DemoCounter counter;
    private final Records records;
    private final Directory directory;

    @Activate
    public DemoQuotes(
            @Reference(target = "(schema=solution)") Database database,
            @Reference Records records,
            @Reference Access access,
            @Reference Directory directory,
            @Reference RecordTypes types,
            @Reference EventLog events,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    BillsOfMaterials bills) {
        this.records = records;
        this.directory = directory;
        this.counter = new DemoCounter(database, records, access, directory, types, events, bills);
    }

    @Override
    public String name() {
        return "solution.quotes";
    }

    @Override
    public int order() {
        return 25;
    }

    @Override
    public Set<String> needs() {
        return Set.of(
                RelationshipTypes.ACCOUNT,
                SolutionTypes.CONFIGURATION,
                SolutionTypes.QUOTE,
                SolutionTypes.QUOTE_LINE,
                SolutionTypes.CONTRACT,
                SolutionTypes.CONTRACT_LINE,
                SolutionTypes.CONTRACT_SITE,
                "price-list",
                "price",
                "exchange-rate",
                "approval");
    }

    @Override
    public void make(Actor system) {
        if (directory.byLogin("tangning").isEmpty()) {
            return;
        }
        LocalDate today = LocalDate.now(Clock.systemUTC());
        new DemoPrices(records, system, today).make();
        new DemoOffers(counter, today).make();
    }
}
