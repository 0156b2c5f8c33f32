package org.weir.delivery.board;

import gg.jte.Content;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.calendar.api.WorkCalendars;
import org.weir.delivery.api.DeliveryTypes;
import org.weir.delivery.jte.StaticTemplates;
import org.weir.delivery.planning.Plan;
import org.weir.delivery.planning.PlanTogether;
import org.weir.delivery.reading.Reading;
import org.weir.records.api.Action;
import org.weir.records.api.Actions;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.store.api.Database;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;

/** The sites of a project against the steps of the work, with the task that was clicked beside it. */
@Component
public final class BoardPage implements Page {
    private final Records records;
    private final Actions actions;
    private final PlanTogether together;

    @Activate
    public BoardPage(
            @Reference Records records,
            @Reference Actions actions,
            @Reference Access access,
            @Reference WorkCalendars calendars,
            @Reference(target = "(schema=delivery)") Database database) {
        this.records = records;
        this.actions = actions;
        this.together = new PlanTogether(records, access.system(), calendars, database, Clock.systemUTC());
    }

    @Override
    public String path() {
        return "/projects/{id}/board";
    }

    @Override
    public String permission() {
        return "project:read";
    }

    @Override
    public Reply get(Visit visit) {
        Row project = records.read(visit.actor(), DeliveryTypes.PROJECT, visit.pathId("id"));
        String task = visit.param("task");
        Content panel = output -> {};
        if (task != null) {
            Row row = task(visit, project, task);
            LocalDate until = day(visit.param("look"));
            Plan look = until == null ? null : together.shifted(Collections.singletonMap(row.id(), until));
            panel = new StaticTemplates()
                    .deliveryBoardTask(visit, new TaskPanel(visit, records, actions).show(row, look, until));
        }
        Board board = new ReadBoard(visit, records, project).board();
        return new Reply.Show(
                Text.of("delivery.board.title"),
                List.of(
                        new Reply.Crumb(Text.of("record.project.many"), "/r/project"),
                        new Reply.Crumb(
                                Text.of("delivery.as-is", Reading.text(project, "title")),
                                "/r/project/" + project.id())),
                new StaticTemplates().deliveryBoardPage(visit, board, panel, task != null));
    }

    private Row task(Visit visit, Row project, String id) {
        Row task;
        try {
            task = records.read(visit.actor(), DeliveryTypes.TASK, UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
        if (!project.id().equals(task.ref("project"))) {
            throw ProblemException.notFound();
        }
        return task;
    }

    private static @Nullable LocalDate day(@Nullable String written) {
        try {
            return written == null || written.isBlank() ? null : LocalDate.parse(written);
        } catch (DateTimeException e) {
            throw ProblemException.badRequest(Text.of("delivery.board.no-day"));
        }
    }

    @Override
    public Reply post(Visit visit) {
        Row project = records.read(visit.actor(), DeliveryTypes.PROJECT, visit.pathId("id"));
        String board = "/projects/" + project.id() + "/board";
        String verb = Objects.requireNonNullElse(visit.param("do"), "");
        Map<String, @Nullable Object> input = new LinkedHashMap<>();
        if (verb.equals("open-acceptance")) {
            input.put("site", visit.param("site"));
            input.put("kind", "provisional");
            Action.Done done = run(visit, DeliveryTypes.PROJECT, verb, project.id(), input);
            return new Reply.Redirect("/r/site-acceptance/" + done.openId() + "/tab/checklist", done.message());
        }
        Row task = task(visit, project, Objects.requireNonNullElse(visit.param("task"), ""));
        String back = board + "?task=" + task.id();
        LocalDate until = day(visit.param("until"));
        if (verb.equals("look")) {
            return new Reply.Redirect(until == null ? back : back + "&look=" + until, null);
        }
        if (verb.equals("report")) {
            input.put("progress", visit.param("progress"));
        } else if (verb.equals("hold-until")) {
            input.put("until", until);
        }
        return new Reply.Redirect(
                back, run(visit, DeliveryTypes.TASK, verb, task.id(), input).message());
    }

    private Action.Done run(Visit visit, String type, String verb, UUID id, Map<String, @Nullable Object> input) {
        return actions.run(visit.actor(), type, verb, List.of(id), null, input);
    }
}
