package org.weir.delivery.board;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.delivery.api.DeliveryTypes;
import org.weir.delivery.jte.StaticTemplates;
import org.weir.records.api.Actions;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;

/** The task that stands beside the board, alone. */
@Component
public final class TaskBesidePage implements Page {
    private final Records records;
    private final Actions actions;

    @Activate
    public TaskBesidePage(@Reference Records records, @Reference Actions actions) {
        this.records = records;
        this.actions = actions;
    }

    @Override
    public String path() {
        return "/projects/{id}/board/task/{task}";
    }

    @Override
    public String permission() {
        return "task:read";
    }

    @Override
    public Reply get(Visit visit) {
        Row task = records.read(visit.actor(), DeliveryTypes.TASK, visit.pathId("task"));
        TaskPanel.Shown shown = new TaskPanel(visit, records, actions).show(task, null, null);
        return new Reply.Fragment(new StaticTemplates().deliveryBoardTask(visit, shown));
    }
}
