package org.weir.partner.gallery.remind;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.jobs.api.JobKind;
import org.weir.jobs.api.Jobs;
import org.weir.mail.api.Mail;
import org.weir.partner.gallery.meter.Meters;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/** A job: writes a letter to everybody who has meters to read. It survives a restart, and is tried again if it fails. */
@Component
public final class WriteReminders implements JobKind {
    static final String NAME = "org.weir.partner.gallery.remind";

    private final Meters meters;
    private final Access access;
    private final Mail mail;

    @Activate
    public WriteReminders(@Reference Records records, @Reference Access access, @Reference Mail mail) {
        this.meters = new Meters(records);
        this.access = access;
        this.mail = mail;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @param input {@code by}: on whose behalf, and with whose rights; without it on the system's */
    @Override
    public Text run(Map<String, String> input, Jobs.Progress progress) {
        String by = input.get("by");
        Actor actor = by == null ? access.system() : access.actor(UUID.fromString(by));
        List<Row> due = meters.due(actor, LocalDate.now(ZoneOffset.UTC));
        Map<UUID, Long> counts = new TreeMap<>();
        for (Row meter : due) {
            UUID reader = meter.ref("reader");
            if (reader != null) {
                counts.merge(reader, 1L, Long::sum);
            }
        }
        int written = 0;
        int done = 0;
        for (Map.Entry<UUID, Long> it : counts.entrySet()) {
            progress.step(done++, counts.size(), Text.of("gallery.remind"));
            written += mail.send(DueLetter.NAME, it.getKey(), Map.of("meters", it.getValue()))
                    .map(id -> 1)
                    .orElse(0);
        }
        return Text.of("gallery.reminded", written);
    }
}
