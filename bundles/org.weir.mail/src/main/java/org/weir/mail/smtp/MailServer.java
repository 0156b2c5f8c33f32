package org.weir.mail.smtp;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
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

    private final String url;
    private final String shown;
    private final @Nullable String problem;
    private final @Nullable ServiceRegistration<JobKind> sending;

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
        this.url = settings.url().strip().replaceAll("/+$", "");
        SmtpSettings smtp = null;
        String wrong = null;
        try {
            smtp = SmtpSettings.of(
                    settings.host(),
                    settings.port(),
                    settings.security(),
                    settings.user(),
                    settings.password_file(),
                    settings.password_variable(),
                    settings.sender(),
                    settings.certificates(),
                    System.getenv());
        } catch (IllegalArgumentException e) {
            LOG.error("The settings org.weir.mail are not as they should be; letters wait", e);
            wrong = e.getMessage();
        }
        this.problem = wrong;
        this.shown = smtp == null || !smtp.complete() ? "" : smtp.toString();
        this.sending = smtp == null || !smtp.complete()
                ? null
                : context.registerService(
                        JobKind.class, new SendLetter(new LetterStore(database, Clock.systemUTC()), smtp), null);
    }

    @Deactivate
    void stop() {
        if (sending != null) {
            sending.unregister();
        }
    }

    /** Where people reach Weir, without a slash at the end; empty when nobody has said. */
    public String url() {
        return url;
    }

    /** Whether letters are sent. */
    public boolean sends() {
        return sending != null;
    }

    /** Server, port and user, without the password; empty while letters wait. */
    public String shown() {
        return shown;
    }

    /** What is wrong with the settings; empty when nothing is. */
    public String problem() {
        return problem == null ? "" : problem;
    }
}
