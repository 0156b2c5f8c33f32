package org.weir.itest.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority for one test, and a certificate of 127.0.0.1 that it has signed. */
final class Authority {
    private static final String SECRET = "only-for-this-test";

    private final Path folder;

    Authority(Path folder) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        keytool("authority.p12", "-genkeypair", "-alias", "authority", "-dname", "CN=Test authority", "-ext", "bc:c");
        keytool("authority.p12", "-exportcert", "-alias", "authority", "-file", at("authority.crt"));
        keytool("server.p12", "-genkeypair", "-alias", "server", "-dname", "CN=receiver");
        keytool("server.p12", "-certreq", "-alias", "server", "-file", at("server.csr"));
        keytool(
                "authority.p12",
                "-gencert",
                "-alias",
                "authority",
                "-infile",
                at("server.csr"),
                "-outfile",
                at("server.crt"),
                "-ext",
                "san=ip:127.0.0.1");
        keytool("server.p12", "-importcert", "-noprompt", "-alias", "authority", "-file", at("authority.crt"));
        keytool("server.p12", "-importcert", "-noprompt", "-alias", "server", "-file", at("server.crt"));
        keytool("trusted.p12", "-importcert", "-noprompt", "-alias", "authority", "-file", at("authority.crt"));
    }

    private String at(String file) {
        return folder.resolve(file).toString();
    }

    private void keytool(String store, String command, String... more) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), command));
        line.addAll(List.of("-keystore", at(store), "-storetype", "PKCS12", "-storepass", SECRET));
        if (command.equals("-genkeypair")) {
            line.addAll(List.of("-keyalg", "EC", "-validity", "2"));
        }
        line.addAll(List.of(more));
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IOException(command + ": " + Files.readString(folder.resolve("keytool.log")));
        }
    }

    /** What a JVM is told so that it trusts the authority. */
    String trust() {
        return "-Djavax.net.ssl.trustStore=" + at("trusted.p12") + " -Djavax.net.ssl.trustStorePassword=" + SECRET;
    }

    SSLContext server() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("server.p12"))) {
            keys.load(in, SECRET.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, SECRET.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
