package org.weir.health.load;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that gives its turn back while its body is on its way. */
final class PoliteRequest extends HttpServletRequestWrapper {
    private final Turn turn;
    private boolean read;
    private boolean ended;
    private @Nullable ServletInputStream in;

    PoliteRequest(HttpServletRequest request, Turn turn) {
        super(request);
        this.turn = turn;
        this.read = request.getContentLengthLong() == 0
                || request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") == null;
        this.ended = read;
    }

    /** Whether more of its body may come: it was not read to its end, and reading it did not fail. */
    boolean more() {
        return !ended;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (in == null) {
            in = new PoliteStream(super.getInputStream());
        }
        return in;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        String encoding = getCharacterEncoding();
        Charset charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
        return new BufferedReader(new InputStreamReader(getInputStream(), charset));
    }

    @Override
    public @Nullable String getParameter(String name) {
        parse();
        return super.getParameter(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        parse();
        return super.getParameterMap();
    }

    @Override
    public Enumeration<String> getParameterNames() {
        parse();
        return super.getParameterNames();
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        parse();
        return super.getParameterValues(name);
    }

    private void parse() {
        if (read) {
            return;
        }
        read = true;
        try {
            turn.<Map<String, String[]>, RuntimeException>without(super::getParameterMap);
            ended |= String.valueOf(getContentType()).startsWith("application/x-www-form-urlencoded");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Collection<Part> getParts() throws IOException, ServletException {
        read = true;
        Collection<Part> parts = turn.<Collection<Part>, ServletException>without(super::getParts);
        ended = true;
        return parts;
    }

    @Override
    public @Nullable Part getPart(String name) throws IOException, ServletException {
        read = true;
        Part part = turn.<@Nullable Part, ServletException>without(() -> super.getPart(name));
        ended = true;
        return part;
    }

    /** What has arrived is read at once. */
    private final class PoliteStream extends ServletInputStream {
        private final ServletInputStream body;

        PoliteStream(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            return read(body::read);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return read(() -> body.read(buffer, offset, length));
        }

        private int read(Turn.Wait<Integer, RuntimeException> next) throws IOException {
            try {
                int got = waits() ? turn.without(next) : next.until();
                ended |= got < 0;
                return got;
            } catch (IOException gone) {
                ended = true;
                throw gone;
            }
        }

        private boolean waits() throws IOException {
            return !body.isFinished() && body.available() == 0;
        }

        @Override
        public int available() throws IOException {
            return body.available();
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
