package org.weir.operations.control;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Lets {@code bin/weir} speak with this Weir while it runs. */
@Component(
        service = {},
        immediate = true)
public final class ControlComponent {
    private final ControlServer server;
    private final List<Command> commands = new CopyOnWriteArrayList<>();

    @Activate
    public ControlComponent(BundleContext context) throws IOException {
        String data = context.getProperty("weir.data");
        this.server =
                new ControlServer(Path.of(data == null ? "data" : data).toAbsolutePath(), name -> commands.stream()
                        .filter(it -> it.name().equals(name))
                        .findFirst()
                        .orElse(null));
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(Command command) {
        commands.add(command);
    }

    void remove(Command command) {
        commands.remove(command);
    }

    @Deactivate
    void close() throws IOException {
        server.close();
    }
}
