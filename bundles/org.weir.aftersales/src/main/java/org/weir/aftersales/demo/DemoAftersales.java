package org.weir.aftersales.demo;

import java.time.Clock;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory;
import org.weir.aftersales.api.AftersalesTypes;
import org.weir.aftersales.installed.InstallAcceptedSite;
import org.weir.aftersales.servicecontract.SeedSlas;
import org.weir.records.api.Actions;
import org.weir.records.api.Demo;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.relationship.api.RelationshipTypes;

/** Makes the after-sales part of the demo through the services: people, installed base, service contracts, tickets, a case. */
@Component
public final class DemoAftersales implements Demo {
    private final DemoDesk desk;
    private final InstallAcceptedSite install;
    private final SeedSlas slas;

    @Activate
    public DemoAftersales(
            @Reference Records records,
            @Reference RecordTypes types,
            @Reference Actions actions,
            @Reference Directory directory,
            @Reference Access access,
            @Reference InstallAcceptedSite install,
            @Reference SeedSlas slas) {
        this.desk = new DemoDesk(records, types, actions, directory, access, Clock.systemUTC());
        this.install = install;
        this.slas = slas;
    }

    @Override
    public String name() {
        return "aftersales";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Set<String> needs() {
        return Set.of(
                RelationshipTypes.ACCOUNT,
                RelationshipTypes.SITE,
                RelationshipTypes.ACCOUNT_MEMBER,
                AftersalesTypes.INSTALLED_SYSTEM,
                AftersalesTypes.UNIT,
                AftersalesTypes.SERVICE_CONTRACT,
                AftersalesTypes.SERVICE_CASE,
                AftersalesTypes.SLA,
                AftersalesTypes.TICKET,
                "sla-target",
                "satisfaction",
                "work-calendar");
    }

    @Override
    public void make(Actor system) throws Exception {
        new DemoServicePeople(desk).make();
        slas.seed();
        DemoInstalledBase base = new DemoInstalledBase(desk);
        new DemoAccepted(desk, install, base).make();
        base.make();
        new DemoTickets(desk).make();
        new DemoStory(desk).make();
    }
}
