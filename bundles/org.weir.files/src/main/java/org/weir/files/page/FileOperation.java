package org.weir.files.page;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Text;
import org.weir.files.attachment.Attachment;
import org.weir.files.attachment.Attachments;
import org.weir.rest.api.Operation;

/** What the operations on files share. */
abstract class FileOperation implements Operation {
    static final String OF_RECORD = "/{type}/{id}/files";
    static final String ONE = "/files/{id}";

    final Attachments attachments;
    private final Method method;
    private final String path;
    private final String name;

    FileOperation(Attachments attachments, Method method, String path, String name) {
        this.attachments = attachments;
        this.method = method;
        this.path = path;
        this.name = name;
    }

    /** @param media as its bytes tell */
    record FileItem(
            UUID id,
            String name,
            long bytes,
            String media,
            String sha256,
            @Nullable UUID addedBy,
            Instant addedAt) {
        static FileItem of(Attachment it) {
            return new FileItem(it.id(), it.name(), it.bytes(), it.media(), it.sha256(), it.addedBy(), it.addedAt());
        }
    }

    @Override
    public Method method() {
        return method;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Text summary() {
        return Text.of("files.api." + name);
    }
}
