package org.weir.rest.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;

/** A file that came with a request, received whole before anything is done with it. */
public final class Upload implements AutoCloseable {
    /** Greatest size in bytes. */
    public static final long LIMIT = 100L << 20;

    private final String fileName;
    private final @Nullable Path file;
    private final @Nullable Part part;

    private Upload(String fileName, @Nullable Path file, @Nullable Part part) {
        this.fileName = fileName;
        this.file = file;
        this.part = part;
    }

    /** As the sender calls it, without folders; empty when not said. */
    public String fileName() {
        return fileName;
    }

    public InputStream open() throws IOException {
        if (part != null) {
            return part.getInputStream();
        }
        if (file == null) {
            throw new IllegalStateException("neither file nor part");
        }
        return Files.newInputStream(file);
    }

    @Override
    public void close() throws IOException {
        if (part != null) {
            part.delete();
        }
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    /** The part {@code file} of a multipart form. @throws ProblemException 400 or 413 */
    static Upload ofForm(HttpServletRequest request) throws IOException {
        refuseTooLong(request);
        Part part;
        try {
            part = request.getPart("file");
        } catch (ServletException | IllegalArgumentException malformed) {
            throw ProblemException.badRequest(Text.of("rest.problem.form-malformed"));
        } catch (IllegalStateException tooLarge) {
            throw tooLarge();
        } catch (IOException unreadable) {
            throw limited(unreadable)
                    ? tooLarge()
                    : ProblemException.badRequest(Text.of("rest.problem.form-malformed"));
        }
        if (part == null) {
            throw ProblemException.badRequest(Text.of("rest.problem.form-no-file"));
        }
        String name = part.getSubmittedFileName();
        return new Upload(base(name == null ? "" : name), null, part);
    }

    /** The whole body. @throws ProblemException 413 */
    static Upload ofBody(HttpServletRequest request, String fileName) throws IOException {
        refuseTooLong(request);
        Path file = Files.createTempFile("weir-upload", ".tmp");
        boolean whole = false;
        try (InputStream in = request.getInputStream();
                OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[16 << 10];
            long length = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                length += read;
                if (length > LIMIT) {
                    throw tooLarge();
                }
                out.write(buffer, 0, read);
            }
            whole = true;
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
        return new Upload(base(fileName), file, null);
    }

    /** The server says that a form is too long by the kind of what lies beneath. */
    private static boolean limited(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause != null && (cause.getClass().getSimpleName().matches(".*(Limit|Size).*") || limited(cause));
    }

    private static void refuseTooLong(HttpServletRequest request) {
        if (request.getContentLengthLong() > LIMIT) {
            throw tooLarge();
        }
    }

    private static ProblemException tooLarge() {
        return new ProblemException(413, Text.of("rest.problem.too-large", LIMIT >> 20), List.of());
    }

    private static String base(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return last.length() > 200 ? last.substring(last.length() - 200) : last;
    }
}
