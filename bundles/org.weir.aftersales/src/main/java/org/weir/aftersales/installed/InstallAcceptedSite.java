package org.weir.aftersales.installed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.aftersales.api.AftersalesTypes;
import org.weir.aftersales.servicecontract.CoverSystem;
import org.weir.delivery.api.DeliveryTypes;
import org.weir.records.api.Draft;
import org.weir.records.api.Filter;
import org.weir.records.api.Query;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.store.api.Database;

/**
 * What an acceptance brings about: the provisional one puts the site's system and its units, as the contract lists them,
 * into the installed base, starts their warranty, and covers the system by the contract's service contract; the final one
 * is noted. Doing it twice changes nothing.
 */
@Component(service = InstallAcceptedSite.class)
public final class InstallAcceptedSite {
    private final Database database;
    private final Records records;
    private final Access access;
    private final SiteOfContract contracts;
    private final CoverSystem cover;

    @Activate
    public InstallAcceptedSite(
            @Reference(target = "(schema=aftersales)") Database database,
            @Reference Records records,
            @Reference RecordTypes types,
            @Reference Access access) {
        this.database = database;
        this.records = records;
        this.access = access;
        this.contracts = new SiteOfContract(records, types);
        this.cover = new CoverSystem(records, types);
    }

    /** @return the installed system; empty while the acceptance is not signed, or not there any more */
    public Optional<Row> take(UUID acceptance) {
        Actor system = access.system();
        return database.write(handle -> records.find(system, DeliveryTypes.SITE_ACCEPTANCE, acceptance)
                .filter(it -> it.get("signedAt") != null)
                .map(it -> take(system, it)));
    }

    private Row take(Actor actor, Row acceptance) {
        Row project = records.read(
                actor, DeliveryTypes.PROJECT, Objects.requireNonNull(acceptance.ref("project"), "project"));
        Row site = records.read(actor, "site", Objects.requireNonNull(acceptance.ref("site"), "site"));
        Optional<Row> there = installed(actor, project, site);
        Row installed = there.orElseGet(() -> install(actor, acceptance, project, site));
        if ("final".equals(acceptance.text("kind")) && installed.get("finallyAcceptedOn") == null) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            values.put("finallyAcceptedOn", day(acceptance, site));
            return records.update(actor, Draft.change(installed, values));
        }
        return installed;
    }

    /** What this delivery has put there already. */
    private Optional<Row> installed(Actor actor, Row project, Row site) {
        UUID contract = project.ref("contract");
        Filter delivery = contract == null ? Filter.eq("project", project.id()) : Filter.eq("contract", contract);
        Query query = Query.all(AftersalesTypes.INSTALLED_SYSTEM)
                .where(delivery)
                .where(Filter.eq("site", site.id()))
                .limit(1);
        return records.list(actor, query).rows().stream().findFirst();
    }

    private Row install(Actor actor, Row acceptance, Row project, Row site) {
        UUID account = Objects.requireNonNull(acceptance.ref("account"), "account");
        LocalDate accepted = day(acceptance, site);
        Optional<SiteOfContract.Ordered> ordered =
                Optional.ofNullable(project.ref("contract")).flatMap(it -> contracts.ordered(actor, it, site));
        LocalDate warranty = accepted.plusMonths(
                        ordered.map(SiteOfContract.Ordered::months).orElse(SiteOfContract.USUAL_MONTHS))
                .minusDays(1);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", name(ordered, project, site));
        values.put("account", account);
        values.put("site", site.id());
        values.put("state", "in-service");
        values.put("maintainedBy", "us");
        values.put("acceptedOn", accepted);
        values.put("warrantyUntil", warranty);
        values.put("acceptance", acceptance.id());
        values.put("project", project.id());
        ordered.ifPresent(it -> values.put("contract", it.contract().id()));
        contracts.serviceManager(actor, account, accepted).ifPresent(it -> values.put("owner", it));
        Row system = records.create(actor, Draft.create(AftersalesTypes.INSTALLED_SYSTEM, values));
        ordered.ifPresent(it -> {
            it.lines().forEach(line -> units(actor, system, line, accepted, warranty));
            cover.by(actor, it.contract(), system);
        });
        return system;
    }

    private static String name(Optional<SiteOfContract.Ordered> ordered, Row project, Row site) {
        String what = ordered.map(SiteOfContract.Ordered::siteType)
                .filter(it -> !it.isEmpty())
                .orElseGet(() -> String.valueOf(project.get("title")));
        String whole = what + " · " + site.text("name");
        return whole.length() > 200 ? whole.substring(0, 200) : whole;
    }

    private void units(Actor actor, Row system, SiteOfContract.Line line, LocalDate accepted, LocalDate warranty) {
        for (int piece = 1; piece <= line.records(); piece++) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("label", line.label());
            values.put("system", system.id());
            values.put("account", Objects.requireNonNull(system.ref("account")));
            values.put("site", Objects.requireNonNull(system.ref("site")));
            values.put("state", "in-service");
            values.put("vendor", "own");
            values.put("quantity", line.ofEach());
            values.put("installedOn", accepted);
            values.put("warrantyUntil", warranty);
            if (!line.item().isEmpty()) {
                values.put("itemCode", line.item());
            }
            if (line.records() > 1) {
                values.put("position", String.valueOf(piece));
            }
            records.create(actor, Draft.create(AftersalesTypes.UNIT, values));
        }
    }

    /** The day of the signature, where the site is. */
    private static LocalDate day(Row acceptance, Row site) {
        Instant signed = (Instant) Objects.requireNonNull(acceptance.get("signedAt"), "signedAt");
        return LocalDate.ofInstant(signed, SiteOfContract.zone(site));
    }
}
