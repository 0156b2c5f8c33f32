package org.weir.delivery.acceptance;

import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.delivery.api.DeliveryTypes;
import org.weir.delivery.reading.Reading;
import org.weir.events.api.EventLog;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.store.api.Database;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;

/** Takes the whole checklist at once. */
@Component
public final class ChecksPage implements Page {
    private final Records records;
    private final AcceptSite accept;

    @Activate
    public ChecksPage(
            @Reference Records records,
            @Reference Access access,
            @Reference EventLog events,
            @Reference(target = "(schema=delivery)") Database database) {
        this.records = records;
        this.accept = new AcceptSite(records, access.system(), events, database, Clock.systemUTC());
    }

    @Override
    public String path() {
        return "/acceptances/{id}/checks";
    }

    @Override
    public String permission() {
        return "site-acceptance:check";
    }

    @Override
    public Reply get(Visit visit) {
        return new Reply.Redirect(tab(visit.pathId("id")), null);
    }

    private static String tab(UUID acceptance) {
        return "/r/site-acceptance/" + acceptance + "/tab/checklist";
    }

    @Override
    public Reply post(Visit visit) {
        Row acceptance = records.read(visit.actor(), DeliveryTypes.SITE_ACCEPTANCE, visit.pathId("id"));
        if (!records.may(visit.actor(), "check", acceptance)) {
            throw ProblemException.forbidden("site-acceptance:check");
        }
        Map<UUID, CheckResult> results = new HashMap<>();
        Map<UUID, String> remarks = new HashMap<>();
        boolean allOk = visit.param("all-ok") != null;
        for (Row line :
                new Reading(records, visit.actor()).of(DeliveryTypes.ACCEPTANCE_CHECK, "acceptance", acceptance.id())) {
            String result = visit.param("result-" + line.id());
            if (allOk && (result == null || result.equals("open"))) {
                results.put(line.id(), CheckResult.OK);
            } else if (result != null) {
                results.put(line.id(), read(result));
            }
            String remark = visit.param("remark-" + line.id());
            if (remark != null) {
                remarks.put(line.id(), remark);
            }
        }
        accept.check(visit.actor(), acceptance, results, remarks);
        return new Reply.Redirect(tab(acceptance.id()), Text.of("delivery.acceptance.checked"));
    }

    private static CheckResult read(String result) {
        try {
            return CheckResult.valueOf(result.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest(Text.of("delivery.acceptance.result-unknown", result));
        }
    }
}
