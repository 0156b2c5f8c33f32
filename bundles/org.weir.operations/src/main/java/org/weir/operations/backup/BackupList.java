package org.weir.operations.backup;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.rest.api.Operation;
import org.weir.rest.api.Reply;

/** {@code GET /api/backups}: which there are in the folder of backups, the newest first. */
@Component(service = Operation.class)
public final class BackupList implements Operation {
    private final BackupComponent backups;

    /** One that is there. */
    public record Kept(String name, Instant writtenAt, long bytes) {}

    @Activate
    public BackupList(@Reference BackupComponent backups) {
        this.backups = backups;
    }

    @Override
    public Method method() {
        return Method.GET;
    }

    @Override
    public String path() {
        return "/backups";
    }

    @Override
    public String name() {
        return "listBackups";
    }

    @Override
    public Text summary() {
        return Text.of("operations.api.list");
    }

    @Override
    public String permission() {
        return BackupPermission.NAME;
    }

    @Override
    public Output output() {
        return Output.items(Kept.class);
    }

    @Override
    public List<Integer> refuses() {
        return List.of();
    }

    @Override
    public Reply call(Ask ask) throws IOException {
        return Reply.json(backups.all().stream()
                .map(it -> new Kept(it.name(), it.writtenAt(), it.bytes()))
                .toList());
    }
}
