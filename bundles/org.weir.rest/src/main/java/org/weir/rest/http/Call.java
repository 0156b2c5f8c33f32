package org.weir.rest.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.base.api.Texts;

/** One request to a resource: its route has matched, its sender is known and has the permission, its body is read. */
public final class Call {
    /** Who is calling. @param session null without a cookie. Nobody is null */
    record Sender(@Nullable Actor actor, Access.@Nullable Session session) {}

    private final Incoming incoming;
    private final Router.Match match;
    private final Map<String, String> query;
    private final Sender sender;
    private final Locale locale;
    private final Texts texts;
    private final byte[] body;
    private final @Nullable Upload upload;

    Call(
            Incoming incoming,
            Router.Match match,
            Map<String, String> query,
            Sender sender,
            Locale locale,
            Texts texts,
            byte[] body,
            @Nullable Upload upload) {
        this.incoming = incoming;
        this.match = match;
        this.query = query;
        this.sender = sender;
        this.locale = locale;
        this.texts = texts;
        this.body = body;
        this.upload = upload;
    }

    /** @throws ProblemException 401 on a public route without credentials */
    public Actor actor() {
        Actor actor = sender.actor();
        if (actor == null) {
            throw Caller.unknown();
        }
        return actor;
    }

    /** Null with Basic and Bearer. */
    public Access.@Nullable Session session() {
        return sender.session();
    }

    public Locale locale() {
        return locale;
    }

    public Texts texts() {
        return texts;
    }

    public String t(Text text) {
        return texts.text(locale, text);
    }

    public Plain plain() {
        return new Plain(texts, locale);
    }

    /** An answer of one plain record, or anything else {@link Plain} writes. */
    public Answer answer(int status, Object value) {
        Plain plain = plain();
        return Answer.json(status, json -> plain.write(json, value));
    }

    public Answer answer(Object value) {
        return answer(200, value);
    }

    public Incoming incoming() {
        return incoming;
    }

    public String variable(String name) {
        return match.variables().getOrDefault(name, "");
    }

    /** @throws ProblemException 404 when the path does not carry an id there */
    public UUID id(String name) {
        UUID id = Strings.uuid(variable(name));
        if (id == null) {
            throw ProblemException.notFound();
        }
        return id;
    }

    public @Nullable String param(String name) {
        String value = query.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    public String param(String name, String otherwise) {
        String value = param(name);
        return value == null ? otherwise : value;
    }

    /** All query parameters as given. */
    public Map<String, String> query() {
        return query;
    }

    public int number(String name, int otherwise, int min, int max) {
        String value = param(name);
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException notOne) {
            // said below, like a number out of range
        }
        throw ProblemException.badRequest(
                Text.of("rest.problem.parameter-number", name, Integer.toString(min), Integer.toString(max)));
    }

    public boolean flag(String name) {
        String value = param(name, "false");
        if (!value.equals("true") && !value.equals("false")) {
            throw malformed(name);
        }
        return value.equals("true");
    }

    public @Nullable UUID uuid(String name) {
        String value = param(name);
        if (value == null) {
            return null;
        }
        UUID id = Strings.uuid(value);
        if (id == null) {
            throw malformed(name);
        }
        return id;
    }

    public @Nullable Instant time(String name) {
        String value = param(name);
        try {
            return value == null ? null : Strings.instant(value);
        } catch (DateTimeException notOne) {
            throw malformed(name);
        }
    }

    private static ProblemException malformed(String name) {
        return ProblemException.badRequest(Text.of("rest.problem.parameter-malformed", name));
    }

    /** The body as a JSON object; an empty object when there is none. */
    public ObjectNode json() {
        return body.length == 0 ? Json.newObject() : Json.object(body);
    }

    public <T extends Record> T body(Class<T> type) {
        return PlainReader.read(json(), type);
    }

    /** The file sent; never null on a route that takes one. */
    public Upload upload() {
        if (upload == null) {
            throw new IllegalStateException("the route takes no file");
        }
        return upload;
    }
}
