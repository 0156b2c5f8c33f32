package org.weir.web.record;

import gg.jte.Content;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Row;
import org.weir.records.api.Timeline.Moment;
import org.weir.web.api.Visit;
import org.weir.web.jte.StaticTemplates;
import org.weir.web.shell.Services;
import org.weir.web.shell.Urls;

/** All that happened around a record, page by page. */
final class TimelineTab {
    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int PAGE = 40;

    private final Services services;
    private final Describe describe;

    TimelineTab(Services services, Describe describe) {
        this.services = services;
        this.describe = describe;
    }

    Content show(Visit visit, Row row) {
        String url = "/r/" + row.type().name() + "/" + row.id();
        List<Moment> found = services.timeline().of(visit.actor(), row, before(visit), PAGE);
        String next = found.size() < PAGE
                ? ""
                : Urls.of(url + "/tab/timeline")
                        .with("before", found.get(found.size() - 1).at().toString())
                        .toString();
        Content comments =
                TEMPLATES.historyComments(visit, url, services.conversation().comments(visit.actor(), row));
        return TEMPLATES.recordTimes(new RecordView.Times(
                visit, url, found.stream().map(it -> describe.moment(visit, it)).toList(), next, comments));
    }

    private static @Nullable Instant before(Visit visit) {
        String before = visit.param("before");
        try {
            return before == null ? null : Instant.parse(before);
        } catch (DateTimeParseException malformed) {
            throw ProblemException.badRequest(Text.of("web.error.request"));
        }
    }
}
