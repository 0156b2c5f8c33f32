package org.weir.delivery.project;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.base.api.Texts;
import org.weir.delivery.api.DeliveryTypes;
import org.weir.records.api.Action;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.store.api.Database;

/** Adds sites with the work of the template to a project. */
@Component
public final class AddSites implements Action {
    private final Records records;
    private final Access access;
    private final Texts texts;
    private final Database database;

    @Activate
    public AddSites(
            @Reference Records records,
            @Reference Access access,
            @Reference Texts texts,
            @Reference(target = "(schema=delivery)") Database database) {
        this.records = records;
        this.access = access;
        this.texts = texts;
        this.database = database;
    }

    public record Input(
            @FieldSpec(required = true, ref = "site") List<UUID> sites,
            @FieldSpec @Nullable String siteType) {}

    @Override
    public String type() {
        return DeliveryTypes.PROJECT;
    }

    @Override
    public String name() {
        return "add-sites";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Set<Place> places() {
        return Set.of(Place.RECORD);
    }

    @Override
    public Class<? extends Record> input() {
        return Input.class;
    }

    @Override
    public boolean applies(Actor actor, Row row) {
        return "planned".equals(row.text("state")) || "running".equals(row.text("state"));
    }

    @Override
    public Done run(Call call) {
        Input input = (Input) call.input();
        MakeProject make = new MakeProject(records, access.system(), texts, database, Clock.systemUTC());
        int added = make.addSites(call.rows().get(0), input.sites(), Objects.requireNonNullElse(input.siteType(), ""));
        return Done.said(Text.of("delivery.project.sites-added", added));
    }
}
