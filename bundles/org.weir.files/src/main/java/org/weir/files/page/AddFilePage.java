package org.weir.files.page;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.files.attachment.Attachments;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;

/** Where the tab's form sends a file. */
@Component
public final class AddFilePage implements Page {
    private final Attachments attachments;

    @Activate
    public AddFilePage(@Reference Attachments attachments) {
        this.attachments = attachments;
    }

    @Override
    public String path() {
        return "/files/{type}/{id}";
    }

    @Override
    public String permission() {
        return SIGNED_IN;
    }

    static String tab(String type, UUID record) {
        return "/r/" + type + "/" + record + "/tab/files";
    }

    @Override
    public Reply get(Visit visit) {
        return new Reply.Redirect(tab(visit.path("type"), visit.pathId("id")), null);
    }

    @Override
    public Reply post(Visit visit) throws IOException {
        String type = visit.path("type");
        UUID record = visit.pathId("id");
        Visit.Upload sent = visit.upload("file");
        if (sent == null || sent.fileName().isEmpty()) {
            throw ProblemException.invalid("file", Text.of("files.error.none"));
        }
        String name;
        try (InputStream in = sent.open()) {
            name = attachments
                    .add(visit.actor(), type, record, sent.fileName(), in)
                    .name();
        }
        return visit.htmx()
                ? new Reply.Json("{}")
                : new Reply.Redirect(tab(type, record), Text.of("files.added", name));
    }
}
