package org.weir.relationship.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory;
import org.weir.records.api.Conversation;
import org.weir.records.api.Demo;
import org.weir.records.api.Records;
import org.weir.relationship.api.RelationshipTypes;

/** Makes the demo company through the services: its people, its customers, and what they did together. */
@Component
public final class DemoCompany implements Demo {
    private final Records records;
    private final Conversation conversation;
    private final Directory directory;
    private final Access access;

    @Activate
    public DemoCompany(
            @Reference Records records,
            @Reference Conversation conversation,
            @Reference Directory directory,
            @Reference Access access) {
        this.records = records;
        this.conversation = conversation;
        this.directory = directory;
        this.access = access;
    }

    @Override
    public String name() {
        return "relationship";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Set<String> needs() {
        return Set.of(
                RelationshipTypes.ACCOUNT,
                RelationshipTypes.PERSON,
                RelationshipTypes.EMPLOYMENT,
                RelationshipTypes.ACCOUNT_MEMBER,
                RelationshipTypes.TOUCHPOINT);
    }

    @Override
    public void make(Actor system) {
        Instant now = Clock.systemUTC().instant();
        DemoPeople people = new DemoPeople(directory, access, system);
        people.make();
        DemoAccounts accounts = new DemoAccounts(records, people, system, LocalDate.ofInstant(now, ZoneOffset.UTC));
        new DemoContacts(records, conversation, people, system, now).make(accounts.make());
    }
}
