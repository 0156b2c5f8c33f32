package org.weir.insight.chain;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.weir.access.api.Actor;
import org.weir.base.api.Gate;
import org.weir.base.api.Slots;
import org.weir.records.api.ChainStation;
import org.weir.records.api.Field;
import org.weir.records.api.Filters;
import org.weir.records.api.RecordType;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.web.api.RecordTab;

/** The stations that are there now; while one is, the pages of its records have a tab with the chain. */
@Component(service = Stations.class)
public final class Stations {
    private final Slots<ChainStation> stations;
    private final RecordTypes types;
    private final Function<ChainStation, Runnable> tabs;
    private final Map<ChainStation, Runnable> goings = new IdentityHashMap<>();

    @Activate
    public Stations(
            BundleContext context,
            @Reference Gate gate,
            @Reference RecordTypes types,
            @Reference Records records,
            @Reference Filters filters) {
        this.stations = new Slots<>(gate, Comparator.comparingInt(ChainStation::order));
        this.types = types;
        WalkChain walk = new WalkChain(this, records, filters);
        this.tabs = station -> tab(context, new ChainTab(station.type(), walk, Clock.systemUTC()));
    }

    /** Without tabs. */
    Stations(Gate gate, RecordTypes types) {
        this.stations = new Slots<>(gate, Comparator.comparingInt(ChainStation::order));
        this.types = types;
        this.tabs = station -> () -> {};
    }

    private static Runnable tab(BundleContext context, ChainTab tab) {
        ServiceRegistration<RecordTab> registered = context.registerService(RecordTab.class, tab, null);
        return registered::unregister;
    }

    @Reference(
            service = ChainStation.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "remove")
    public void add(ChainStation station) {
        stations.add(station);
        Runnable going = tabs.apply(station);
        synchronized (goings) {
            goings.put(station, going);
        }
    }

    public void remove(ChainStation station) {
        Runnable going;
        synchronized (goings) {
            going = goings.remove(station);
        }
        if (going != null) {
            going.run();
        }
        stations.remove(station);
    }

    /** A station whose records are there. */
    record Known(ChainStation station, RecordType type) {}

    /** Those whose records the actor may read, in the order of the chain. */
    List<Known> of(Actor actor) {
        List<Known> known = new ArrayList<>();
        for (ChainStation station : stations.all()) {
            types.find(station.type())
                    .filter(it -> actor.may(it.permission("read")))
                    .ifPresent(it -> known.add(new Known(station, it)));
        }
        return known;
    }

    /** The record types of the stations whose records the actor may read, in the order of the chain. */
    public List<RecordType> types(Actor actor) {
        return of(actor).stream().map(Known::type).toList();
    }

    Optional<Known> find(Actor actor, String type) {
        return of(actor).stream().filter(it -> it.type().name().equals(type)).findFirst();
    }

    /** How records of these stations refer to each other. */
    static List<Tie> ties(List<Known> known) {
        List<Tie> ties = new ArrayList<>();
        for (Known source : known) {
            for (Field field : source.type().fields()) {
                known.stream()
                        .filter(it -> it.type().name().equals(field.ref()))
                        .forEach(it -> ties.add(new Tie(
                                source.type(),
                                field,
                                it.type(),
                                it.station().order() <= source.station().order())));
            }
        }
        return ties;
    }
}
