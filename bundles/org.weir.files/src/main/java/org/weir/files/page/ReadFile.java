package org.weir.files.page;

import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.files.attachment.Attachment;
import org.weir.files.attachment.Attachments;
import org.weir.files.content.Sniff;
import org.weir.rest.api.Operation;
import org.weir.rest.api.Reply;
import org.weir.web.api.Page;

/** The file itself: always something to save. */
@Component(service = Operation.class)
public final class ReadFile extends FileOperation {
    @Activate
    public ReadFile(@Reference Attachments attachments) {
        super(attachments, Method.GET, ONE + "/content", "readFile");
    }

    @Override
    public String permission() {
        return Page.SIGNED_IN;
    }

    @Override
    public Output output() {
        return Output.FILE;
    }

    @Override
    public Reply call(Ask ask) throws IOException {
        Attachment file = attachments.read(ask.actor(), ask.pathId("id"));
        return Reply.file(new Reply.Download(file.name(), Sniff.UNKNOWN, file.bytes(), attachments.open(file)));
    }
}
