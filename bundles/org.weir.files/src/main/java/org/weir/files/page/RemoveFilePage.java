package org.weir.files.page;

import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.files.attachment.Attachment;
import org.weir.files.attachment.Attachments;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;

/** Takes a file away, and brings it back. */
@Component
public final class RemoveFilePage implements Page {
    private final Attachments attachments;

    @Activate
    public RemoveFilePage(@Reference Attachments attachments) {
        this.attachments = attachments;
    }

    @Override
    public String path() {
        return "/files/{id}/remove/{back}";
    }

    @Override
    public String permission() {
        return SIGNED_IN;
    }

    @Override
    public Reply get(Visit visit) {
        return new Reply.NotAllowed();
    }

    @Override
    public Reply post(Visit visit) {
        UUID id = visit.pathId("id");
        if ("back".equals(visit.path("back"))) {
            Attachment back = attachments.restore(visit.actor(), id);
            return new Reply.Redirect(AddFilePage.tab(back.type(), back.record()), Text.of("files.back", back.name()));
        }
        Attachment gone = attachments.read(visit.actor(), id);
        attachments.remove(visit.actor(), id);
        return new Reply.Redirect(
                AddFilePage.tab(gone.type(), gone.record()) + "?removed=" + id, Text.of("files.removed", gone.name()));
    }
}
