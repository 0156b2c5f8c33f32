package org.weir.mail.smtp;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.jobs.api.JobKind;
import org.weir.mail.outbox.LetterStore;
import org.weir.store.api.Database;

/** What IT has said about the mail server; while it is not said, nobody sends letters and they wait. */
@Component(service = MailServer.class, immediate = true, configurationPid = "org.weir.mail")
@Designate(ocd = MailServer.Settings.class)
public final class MailServer {
    private static final Logger LOG = LoggerFactory.getLogger(MailServer.class);

    private final LetterStore letters;
    private final BundleContext context;
    private volatile State state;
    private @Nullable ServiceRegistration<JobKind> sending;

    /** @param smtp null while letters wait; @param problem what is wrong with the settings, empty when nothing is */
    private record State(String url, @Nullable SmtpSettings smtp, String problem) {}

    @ObjectClassDefinition(id = "org.weir.mail", name = "Mail")
    @interface Settings {
        @AttributeDefinition(name = "Mail server (host); empty: letters wait")
        String host() default "";

        @AttributeDefinition(name = "Port")
        int port() default 587;

        @AttributeDefinition(
                name = "How the way is kept secret",
                options = {
                    @Option(label = "STARTTLS", value = "starttls"),
                    @Option(label = "TLS", value = "tls"),
                    @Option(label = "not at all", value = "none")
                })
        String security() default "starttls";

        @AttributeDefinition(name = "User; empty: without signing in")
        String user() default "";

        @AttributeDefinition(name = "File that has the password as its only content")
        String password_file() default "";

        @AttributeDefinition(name = "Otherwise the environment variable that has it")
        String password_variable() default "WEIR_MAIL_PASSWORD";

        @AttributeDefinition(name = "Sender: an address, or a name and an address in angle brackets")
        String sender() default "";

        @AttributeDefinition(
                name = "PEM file of the authorities to trust, when the server's certificate is a company's own")
        String certificates() default "";

        @AttributeDefinition(name = "Where people reach Weir, for links in letters: https://weir.example.com")
        String url() default "";
    }

    @Activate
    public MailServer(
            @Reference(target = "(schema=mail)") Database database, BundleContext context, Settings settings) {
        this.letters = new LetterStore(database, Clock.systemUTC());
        this.context = context;
        this.state = state(settings);
        begin();
    }

    /** Letters go by the new server from the next one on. */
    @Modified
    synchronized void changed(Settings settings) {
        stop();
        state = state(settings);
        begin();
    }

    private synchronized void begin() {
        SmtpSettings smtp = state.smtp();
        sending = smtp == null ? null : context.registerService(JobKind.class, new SendLetter(letters, smtp), null);
    }

    @Deactivate
    synchronized void stop() {
        if (sending != null) {
            sending.unregister();
            sending = null;
        }
    }

    private static State state(Settings settings) {
        String url = settings.url().strip().replaceAll("/+$", "");
        try {
            SmtpSettings smtp = SmtpSettings.of(
                    settings.host(),
                    settings.port(),
                    settings.security(),
                    settings.user(),
                    settings.password_file(),
                    settings.password_variable(),
                    settings.sender(),
                    settings.certificates(),
                    System.getenv());
            return new State(url, smtp.complete() ? smtp : null, "");
        } catch (IllegalArgumentException e) {
            LOG.error("The settings org.weir.mail are not as they should be; letters wait", e);
            return new State(url, null, e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    /** Where people reach Weir, without a slash at the end; empty when nobody has said. */
    public String url() {
        return state.url();
    }

    /** Whether letters are sent. */
    public boolean sends() {
        return state.smtp() != null;
    }

    /** Server, port and user, without the password; empty while letters wait. */
    public String shown() {
        SmtpSettings smtp = state.smtp();
        return smtp == null ? "" : smtp.toString();
    }

    /** What is wrong with the settings; empty when nothing is. */
    public String problem() {
        return state.problem();
    }
}
