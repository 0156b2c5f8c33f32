package org.weir.files.page;

import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.files.attachment.Attachments;
import org.weir.rest.api.Operation;
import org.weir.rest.api.Reply;

/** The files of a record, the latest first. */
@Component(service = Operation.class)
public final class ListFiles extends FileOperation {
    @Activate
    public ListFiles(@Reference Attachments attachments) {
        super(attachments, Method.GET, OF_RECORD, "listFiles");
    }

    @Override
    public String permission() {
        return "{type}:read";
    }

    @Override
    public Output output() {
        return Output.items(FileItem.class);
    }

    @Override
    public Reply call(Ask ask) throws IOException {
        return Reply.json(attachments.of(ask.actor(), ask.path("type"), ask.pathId("id")).stream()
                .map(FileItem::of)
                .toList());
    }
}
