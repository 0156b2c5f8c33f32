package org.weir.files.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.files.attachment.Attachments;
import org.weir.files.preview.Previews;
import org.weir.rest.api.Operation;
import org.weir.rest.api.Reply;
import org.weir.web.api.Page;

/** A picture of a file, drawn here. */
@Component(service = Operation.class)
public final class ReadPreview extends FileOperation {
    private final Previews previews;

    @Activate
    public ReadPreview(@Reference Attachments attachments, @Reference Previews previews) {
        super(attachments, Method.GET, ONE + "/preview", "readFilePreview");
        this.previews = previews;
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
        Path picture = previews.of(attachments.read(ask.actor(), ask.pathId("id")));
        return Reply.file(new Reply.Download(
                        "preview.png", "image/png", Files.size(picture), Files.newInputStream(picture)))
                .with("Cache-Control", "private, max-age=3600");
    }
}
