package org.weir.mail.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.auth.PlainAuthenticationHandlerFactory;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/** A real mail server on this machine: STARTTLS with a certificate of its own, sign-in, and one person it does not know. */
final class MailHost implements AutoCloseable {
    static final String USER = "weir";
    static final String PASSWORD = "p4ss w0rd";
    static final String UNKNOWN = "nobody@example.com";

    final BlockingQueue<MimeMessage> received = new LinkedBlockingQueue<>();
    final Path certificate;
    private final SSLContext tls;
    private final int port;
    private @Nullable SMTPServer server;

    MailHost(Path folder) {
        Path keys = folder.resolve("keys-" + System.nanoTime() + ".p12");
        certificate = folder.resolve("certificate-" + System.nanoTime() + ".pem");
        keytool(
                "-genkeypair",
                "-keystore",
                keys.toString(),
                "-storepass",
                "changeit",
                "-alias",
                "mail",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-validity",
                "30",
                "-storetype",
                "PKCS12");
        keytool(
                "-exportcert",
                "-rfc",
                "-keystore",
                keys.toString(),
                "-storepass",
                "changeit",
                "-alias",
                "mail",
                "-file",
                certificate.toString());
        try (InputStream in = Files.newInputStream(keys);
                ServerSocket free = new ServerSocket(0)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, "changeit".toCharArray());
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, "changeit".toCharArray());
            tls = SSLContext.getInstance("TLS");
            tls.init(factory.getKeyManagers(), null, null);
            port = free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void keytool(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return port;
    }

    MailHost start() {
        server = new SMTPServer.Builder()
                .bindAddress(Optional.of(InetAddress.getLoopbackAddress()))
                .port(port)
                .enableTLS()
                .requireTLS()
                .startTlsSocketFactory(tls)
                .requireAuth()
                .authenticationHandlerFactory(new PlainAuthenticationHandlerFactory((user, password, context) -> {
                    if (!user.equals(USER) || !password.equals(PASSWORD)) {
                        throw new LoginFailedException();
                    }
                }))
                .simpleMessageListener(new Listener())
                .build();
        server.start();
        return this;
    }

    private final class Listener implements SimpleMessageListener {
        @Override
        public boolean accept(String from, String recipient) {
            return !recipient.equals(UNKNOWN);
        }

        @Override
        public void deliver(String from, String recipient, InputStream data) throws IOException {
            try {
                received.add(new MimeMessage(Session.getInstance(new Properties()), data));
            } catch (MessagingException e) {
                throw new IOException(e);
            }
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }
}
