package org.weir.operations.console;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.operations.control.Command;

/** {@code weir console}: what is typed is run by the shell of the framework, until {@code exit}. */
@Component(service = Command.class)
public final class ConsoleCommand implements Command {
    private final CommandProcessor shell;

    @Activate
    public ConsoleCommand(@Reference CommandProcessor shell) {
        this.shell = shell;
    }

    @Override
    public String name() {
        return "console";
    }

    /** With arguments these are run, and that is all. */
    @Override
    public int run(List<String> arguments, BufferedReader in, PrintStream out) throws IOException {
        try (CommandSession session = shell.createSession(new ByteArrayInputStream(new byte[0]), out, out)) {
            if (!arguments.isEmpty()) {
                return execute(session, String.join(" ", arguments), out);
            }
            out.println(
                    "The shell of the framework: \"help\" tells what there is, \"lb\" lists bundles, \"exit\" leaves.");
            int code = 0;
            while (true) {
                out.print("weir> ");
                out.flush();
                String line = in.readLine();
                if (line == null || line.strip().equals("exit")) {
                    return code;
                }
                if (!line.isBlank()) {
                    code = execute(session, line, out);
                }
            }
        }
    }

    /** Whatever a command throws is told, and the next line is read. */
    private static int execute(CommandSession session, String line, PrintStream out) {
        try {
            Object result = session.execute(line);
            if (result != null) {
                out.println(session.format(result, Converter.INSPECT));
            }
            return 0;
        } catch (Exception | LinkageError e) {
            out.println(e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage()));
            return 1;
        }
    }
}
