package org.weir.admin.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.weir.base.api.HealthCheck;
import org.weir.base.api.Text;

/** Whether there is room where Weir keeps its data. */
@Component
public final class DiskCheck implements HealthCheck {
    private static final long MEGABYTE = 1024 * 1024;
    private static final long LITTLE = 1024;
    private static final long NEXT_TO_NOTHING = 128;

    private final Path data;

    @Activate
    public DiskCheck(BundleContext context) {
        String place = context.getProperty("weir.data");
        this.data = Path.of(place == null ? "." : place);
    }

    @Override
    public String name() {
        return "disk-space";
    }

    @Override
    public Text title() {
        return Text.of("health.disk");
    }

    @Override
    public Result check() throws IOException {
        long free = Files.getFileStore(data).getUsableSpace() / MEGABYTE;
        Text words = Text.of("health.disk.free", free, data.toString());
        return free < NEXT_TO_NOTHING ? Result.bad(words) : free < LITTLE ? Result.warn(words) : Result.good(words);
    }
}
