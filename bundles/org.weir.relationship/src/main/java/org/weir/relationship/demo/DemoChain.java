package org.weir.relationship.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory;
import org.weir.records.api.Demo;
import org.weir.records.api.Records;
import org.weir.relationship.api.RelationshipTypes;
import org.weir.store.api.Database;

/** The beginning of the chain at the demo company: sites, leads, opportunities with their decision chains, and needs. */
@Component
public final class DemoChain implements Demo {
    private final Records records;
    private final Directory directory;
    private final Access access;
    private final Database database;

    @Activate
    public DemoChain(
            @Reference Records records,
            @Reference Directory directory,
            @Reference Access access,
            @Reference(target = "(schema=relationship)") Database database) {
        this.records = records;
        this.directory = directory;
        this.access = access;
        this.database = database;
    }

    @Override
    public String name() {
        return "relationship-chain";
    }

    @Override
    public int order() {
        return 12;
    }

    @Override
    public Set<String> needs() {
        return Set.of(
                RelationshipTypes.ACCOUNT,
                RelationshipTypes.PERSON,
                RelationshipTypes.EMPLOYMENT,
                RelationshipTypes.SITE,
                RelationshipTypes.PRODUCT,
                RelationshipTypes.COMPETITOR,
                RelationshipTypes.SELLER,
                RelationshipTypes.LEAD,
                RelationshipTypes.OPPORTUNITY,
                RelationshipTypes.OPPORTUNITY_PERSON,
                RelationshipTypes.NEED);
    }

    @Override
    public void make(Actor system) {
        LocalDate today = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC);
        DemoDesk desk = new DemoDesk(records, directory, access, system, today);
        new DemoSites(desk).make();
        new DemoOpportunities(desk).make();
        new DemoFirstStory(desk, database).make();
    }
}
