package org.weir.partner.example.survey;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.partner.example.jte.StaticTemplates;
import org.weir.records.api.Filter;
import org.weir.records.api.Query;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;

/** A page of the partner's own: the surveys that are still to be made, the next first. */
@Component
public final class SurveysPage implements Page {
    private final Records records;

    @Activate
    public SurveysPage(@Reference Records records) {
        this.records = records;
    }

    @Override
    public String path() {
        return "/example/surveys";
    }

    @Override
    public String permission() {
        return "example-survey:read";
    }

    @Override
    public Reply get(Visit visit) {
        Query open = new Query(
                "example-survey",
                Filter.eq("state", "planned"),
                "",
                List.of(new Query.Sort("plannedOn", false)),
                100,
                null,
                null);
        List<Row> surveys = records.list(visit.actor(), open).rows();
        Map<UUID, String> accounts = records.titles(
                visit.actor(),
                "account",
                surveys.stream().map(it -> it.ref("account")).toList());
        return new Reply.Show(
                Text.of("example.open-surveys"),
                List.of(),
                new StaticTemplates().exampleSurveys(visit, surveys, accounts));
    }
}
