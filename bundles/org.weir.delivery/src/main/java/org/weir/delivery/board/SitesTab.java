package org.weir.delivery.board;

import gg.jte.Content;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.delivery.api.DeliveryTypes;
import org.weir.delivery.jte.StaticTemplates;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.web.api.RecordTab;
import org.weir.web.api.Visit;

/** The board on the project's own page. */
@Component
public final class SitesTab implements RecordTab {
    private final Records records;

    @Activate
    public SitesTab(@Reference Records records) {
        this.records = records;
    }

    @Override
    public String type() {
        return DeliveryTypes.PROJECT;
    }

    @Override
    public String name() {
        return "sites";
    }

    @Override
    public int order() {
        return -10;
    }

    @Override
    public Text label() {
        return Text.of("delivery.board.sites");
    }

    @Override
    public String permission() {
        return "task:read";
    }

    @Override
    public OptionalLong count(Visit visit, Row row) {
        return OptionalLong.empty();
    }

    @Override
    public Content show(Visit visit, Row row) {
        return new StaticTemplates().deliveryBoardBoard(visit, new ReadBoard(visit, records, row).board());
    }
}
