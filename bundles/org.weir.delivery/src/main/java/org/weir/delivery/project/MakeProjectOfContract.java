package org.weir.delivery.project;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.base.api.Texts;
import org.weir.delivery.api.DeliveryTypes;
import org.weir.delivery.reading.Reading;
import org.weir.records.api.Action;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.store.api.Database;

/** Makes the project of a contract that has none yet, or leads to the one it has. */
@Component
public final class MakeProjectOfContract implements Action {
    private final Records records;
    private final Access access;
    private final Texts texts;
    private final Database database;

    @Activate
    public MakeProjectOfContract(
            @Reference Records records,
            @Reference Access access,
            @Reference Texts texts,
            @Reference(target = "(schema=delivery)") Database database) {
        this.records = records;
        this.access = access;
        this.texts = texts;
        this.database = database;
    }

    @Override
    public String type() {
        return "contract";
    }

    @Override
    public String name() {
        return "make-project";
    }

    @Override
    public Set<Place> places() {
        return Set.of(Place.RECORD);
    }

    @Override
    public boolean applies(Actor actor, Row row) {
        List<Row> projects = new Reading(records, access.system()).of(DeliveryTypes.PROJECT, "contract", row.id());
        return projects.isEmpty();
    }

    @Override
    public Done run(Call call) {
        MakeProject make = new MakeProject(records, access.system(), texts, database, Clock.systemUTC());
        MakeProject.Made made = make.of(call.rows().get(0).id());
        Text said = made.unnamed() == 0
                ? Text.of("delivery.project.made", made.sites())
                : Text.of("delivery.project.made-partly", made.sites(), made.unnamed());
        return Done.open(said, made.project());
    }
}
