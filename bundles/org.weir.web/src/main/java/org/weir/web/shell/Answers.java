package org.weir.web.shell;

import gg.jte.Content;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.web.api.Reply;
import org.weir.web.home.Seen;

/** Writes replies: status, headers, compression. */
final class Answers {
    private static final int WORTH_PACKING = 1024;
    private static final int BUFFER = 8192;
    private static final int TOAST_SECONDS = 60;

    private final Framing framing;

    Answers(Framing framing) {
        this.framing = framing;
    }

    void write(Request request, Reply reply, HttpServletRequest http, HttpServletResponse response) throws IOException {
        request.headers().forEach(response::setHeader);
        if (reply instanceof Reply.Show show) {
            Flash said = takeFlash(http, response);
            if (!request.seen().isEmpty()) {
                response.addCookie(cookie(Seen.COOKIE, request.seen(), -1, http.isSecure()));
            }
            html(
                    framing.page(request, show, request.flash() == null ? said : request.flash()),
                    request.status(),
                    http,
                    response);
        } else if (reply instanceof Reply.Fragment fragment) {
            html(fragment.content(), request.status(), http, response);
        } else if (reply instanceof Reply.Json json) {
            response.setHeader("Cache-Control", "no-store");
            send(
                    json.body().getBytes(StandardCharsets.UTF_8),
                    "application/json;charset=utf-8",
                    request.status(),
                    http,
                    response);
        } else if (reply instanceof Reply.Redirect redirect) {
            redirect(request, redirect, http, response);
        } else if (reply instanceof Reply.Download download) {
            download(download, response);
        } else {
            throw new ProblemException(405, Text.of("web.error.method"), List.of());
        }
    }

    void html(Content content, int status, HttpServletRequest http, HttpServletResponse response) throws IOException {
        Utf8ByteOutput output = new Utf8ByteOutput();
        content.writeTo(new OwaspHtmlTemplateOutput(output));
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Vary", "Accept-Encoding, HX-Request, Cookie");
        ByteArrayOutputStream body = new ByteArrayOutputStream(output.getContentLength());
        output.writeTo(body);
        send(body.toByteArray(), "text/html;charset=utf-8", status, http, response);
    }

    void problem(String json, int status, HttpServletResponse response) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/problem+json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static void send(
            byte[] body, String type, int status, HttpServletRequest http, HttpServletResponse response)
            throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        String accepted = http.getHeader("Accept-Encoding");
        if (body.length < WORTH_PACKING || accepted == null || !accepted.contains("gzip")) {
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            return;
        }
        // all at once: each piece given to the packer costs as much as packing a thousand letters
        ByteArrayOutputStream packed = new ByteArrayOutputStream(body.length / 3);
        try (OutputStream out = new FastGzip(packed)) {
            out.write(body);
        }
        response.setHeader("Content-Encoding", "gzip");
        response.setContentLength(packed.size());
        packed.writeTo(response.getOutputStream());
    }

    private static void redirect(
            Request request, Reply.Redirect redirect, HttpServletRequest http, HttpServletResponse response) {
        Flash flash = request.flash();
        if (flash == null && redirect.toast() != null) {
            flash = Flash.good(request.t(redirect.toast()));
        }
        if (flash != null) {
            response.addCookie(toast(flash.encoded(), TOAST_SECONDS, http.isSecure()));
        }
        response.setHeader("Cache-Control", "no-store");
        if (request.htmx()) {
            response.setStatus(HttpServletResponse.SC_OK);
            response.setHeader("HX-Redirect", redirect.location());
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", redirect.location());
        }
    }

    private static @Nullable Flash takeFlash(HttpServletRequest http, HttpServletResponse response) {
        String cookie = Request.cookie(http, Flash.COOKIE);
        if (cookie == null || cookie.isEmpty()) {
            return null;
        }
        response.addCookie(toast("", 0, http.isSecure()));
        return Flash.decoded(cookie);
    }

    private static Cookie toast(String value, int seconds, boolean secure) {
        return cookie(Flash.COOKIE, value, seconds, secure);
    }

    /** @param seconds its life; negative for the browser session */
    static Cookie cookie(String name, String value, int seconds, boolean secure) {
        Cookie cookie = new Cookie(name, value);
        cookie.setHttpOnly(true);
        cookie.setPath("/");
        cookie.setMaxAge(seconds);
        cookie.setSecure(secure);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    private static void download(Reply.Download download, HttpServletResponse response) throws IOException {
        String name = URLEncoder.encode(download.name(), StandardCharsets.UTF_8).replace("+", "%20");
        String plain = download.name().replaceAll("[^A-Za-z0-9._-]", "_");
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(download.contentType());
        response.setHeader("Content-Disposition", "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + name);
        response.setContentLengthLong(Files.size(download.file()));
        Files.copy(download.file(), response.getOutputStream());
    }

    /** Half the size of the plain text would do; time counts more than the last per cent. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(1);
        }
    }
}
