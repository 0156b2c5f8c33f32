package org.weir.health.load;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** A response that gives the turn back as soon as it is written: what is answered has been worked out by then. */
final class PoliteResponse extends HttpServletResponseWrapper {
    private final Turn turn;
    private @Nullable ServletOutputStream out;

    PoliteResponse(HttpServletResponse response, Turn turn) {
        super(response);
        this.turn = turn;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (out == null) {
            out = new PoliteStream(super.getOutputStream());
        }
        return out;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        turn.give();
        return super.getWriter();
    }

    private final class PoliteStream extends ServletOutputStream {
        private final ServletOutputStream body;

        PoliteStream(ServletOutputStream body) {
            this.body = body;
        }

        @Override
        public void write(int octet) throws IOException {
            turn.give();
            body.write(octet);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            turn.give();
            body.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            body.flush();
        }

        @Override
        public void close() throws IOException {
            turn.give();
            body.close();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            body.setWriteListener(listener);
        }
    }
}
