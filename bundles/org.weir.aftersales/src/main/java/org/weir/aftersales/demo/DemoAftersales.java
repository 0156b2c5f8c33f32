package org.weir.aftersales.demo;

import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory;
import org.weir.aftersales.api.AftersalesTypes;
import org.weir.aftersales.installed.InstallAcceptedSite;
import org.weir.aftersales.servicecontract.SeedSlas;
import org.weir.delivery.api.DeliveryTypes;
import org.weir.records.api.Actions;
import org.weir.records.api.Demo;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.relationship.api.RelationshipTypes;
import org.weir.solution.api.SolutionTypes;

/** Makes the after-sales part of the demo through the services: people, installed base, service contracts, tickets, a case. */
@Component
public final class DemoAftersales implements Demo {
    private static final Set<String> OWN = Set.of(
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

    private final DemoDesk desk;
    private final InstallAcceptedSite install;
    private final SeedSlas slas;
    private final Set<String> besides;

    @Activate
    public DemoAftersales(
            @Reference Records records,
            @Reference RecordTypes types,
            @Reference Actions actions,
            @Reference Directory directory,
            @Reference Access access,
            @Reference InstallAcceptedSite install,
            @Reference SeedSlas slas,
            BundleContext context) {
        this(records, types, actions, directory, access, install, slas, leftOf(context));
    }

    /** @param besides record types of other bundles that it waits for */
    public DemoAftersales(
            Records records,
            RecordTypes types,
            Actions actions,
            Directory directory,
            Access access,
            InstallAcceptedSite install,
            SeedSlas slas,
            Set<String> besides) {
        this.besides = Set.copyOf(besides);
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

    /** What those to the left bring, where they are part of the suite: the story goes on from their acceptances. */
    private static Set<String> leftOf(BundleContext context) {
        Set<String> names = new HashSet<>();
        for (Bundle bundle : context.getBundles()) {
            names.add(bundle.getSymbolicName());
        }
        Set<String> types = new HashSet<>();
        if (names.contains("org.weir.delivery")) {
            types.addAll(Set.of(DeliveryTypes.PROJECT, DeliveryTypes.SITE_ACCEPTANCE));
        }
        if (names.contains("org.weir.solution")) {
            types.addAll(Set.of(SolutionTypes.CONTRACT, SolutionTypes.CONTRACT_LINE, SolutionTypes.CONTRACT_SITE));
        }
        return types;
    }

    @Override
    public Set<String> needs() {
        Set<String> all = new HashSet<>(besides);
        all.addAll(OWN);
        return all;
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
