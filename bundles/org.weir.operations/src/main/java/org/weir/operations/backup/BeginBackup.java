package org.weir.operations.backup;

import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.jobs.api.Jobs;
import org.weir.rest.api.Operation;
import org.weir.rest.api.Reply;

/** {@code POST /api/backups}: begins one as a job, in the folder of backups. */
@Component(service = Operation.class)
public final class BeginBackup implements Operation {
    private final BackupComponent backups;
    private final Jobs jobs;

    /** The job that makes it. */
    public record Begun(UUID job) {}

    @Activate
    public BeginBackup(@Reference BackupComponent backups, @Reference Jobs jobs) {
        this.backups = backups;
        this.jobs = jobs;
    }

    @Override
    public Method method() {
        return Method.POST;
    }

    @Override
    public String path() {
        return "/backups";
    }

    @Override
    public String name() {
        return "beginBackup";
    }

    @Override
    public Text summary() {
        return Text.of("operations.api.begin");
    }

    @Override
    public String permission() {
        return BackupPermission.NAME;
    }

    @Override
    public Output output() {
        return Output.json(202, Begun.class);
    }

    @Override
    public List<Integer> refuses() {
        return List.of();
    }

    @Override
    public Reply call(Ask ask) {
        UUID job = jobs.submit(Text.of("operations.backup"), ask.actor().user(), backups::take);
        return Reply.json(202, new Begun(job));
    }
}
