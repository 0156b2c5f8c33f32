package org.weir.files.page;

import java.io.IOException;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.files.attachment.Attachments;
import org.weir.rest.api.Operation;
import org.weir.rest.api.Reply;
import org.weir.web.api.Page;

/** Takes a file away from its record; it can be brought back for a month. */
@Component(service = Operation.class)
public final class RemoveFile extends FileOperation {
    @Activate
    public RemoveFile(@Reference Attachments attachments) {
        super(attachments, Method.DELETE, ONE, "removeFile");
    }

    @Override
    public String permission() {
        return Page.SIGNED_IN;
    }

    @Override
    public Output output() {
        return Output.NOTHING;
    }

    @Override
    public List<Integer> refuses() {
        return List.of(403, 404);
    }

    @Override
    public Reply call(Ask ask) throws IOException {
        attachments.remove(ask.actor(), ask.pathId("id"));
        return Reply.nothing();
    }
}
