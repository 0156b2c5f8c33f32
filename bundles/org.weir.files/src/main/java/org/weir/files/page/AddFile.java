package org.weir.files.page;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.files.attachment.Attachments;
import org.weir.rest.api.Operation;
import org.weir.rest.api.Reply;

/** Puts a file beside a record. */
@Component(service = Operation.class)
public final class AddFile extends FileOperation {
    @Activate
    public AddFile(@Reference Attachments attachments) {
        super(attachments, Method.POST, OF_RECORD, "addFile");
    }

    @Override
    public String permission() {
        return "{type}:update";
    }

    @Override
    public Input input() {
        return Input.FILE;
    }

    @Override
    public Output output() {
        return Output.json(201, FileItem.class);
    }

    @Override
    public List<Integer> refuses() {
        return List.of(403, 404, 413, 507);
    }

    @Override
    public Reply call(Ask ask) throws IOException {
        try (InputStream in = ask.file().open()) {
            return Reply.json(
                    201,
                    FileItem.of(attachments.add(
                            ask.actor(),
                            ask.path("type"),
                            ask.pathId("id"),
                            ask.file().name(),
                            in)));
        }
    }
}
