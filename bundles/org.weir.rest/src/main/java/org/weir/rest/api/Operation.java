package org.weir.rest.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;
import org.weir.base.api.Text;

/**
 * One method on one path below {@code /api} that is neither a record nor an action of one; a whiteboard service. It stands
 * under the same rules as all others: permission, size of the body, language, problems as {@code problem+json}, the token
 * {@code X-CSRF} for those who come with a session's cookie, {@code Idempotency-Key}. What is only read is shorter as a
 * {@link Resource}.
 */
@ConsumerType
public interface Operation {
    /** GET must change nothing. */
    enum Method {
        GET,
        POST,
        PUT,
        PATCH,
        DELETE
    }

    /** What a request carries. */
    enum Carries {
        NOTHING,
        /** A JSON object, 1 MiB at most. */
        JSON,
        /** The part {@code file} of a multipart form, or the file as the whole body with {@code ?fileName=}; 100 MiB at most. */
        FILE
    }

    /** What is answered. */
    enum Answers {
        /** 204. */
        NOTHING,
        /** A JSON object, or {@code {"items": […]}} of them. */
        JSON,
        ITEMS,
        /** A file to save. */
        FILE
    }

    /** @param type its members; null with nothing and with files, and with JSON of any shape */
    record Input(Carries carries, @Nullable Class<? extends Record> type) {
        public static final Input NOTHING = new Input(Carries.NOTHING, null);
        public static final Input FILE = new Input(Carries.FILE, null);

        /** Unknown members and wrong types are refused; what must be there bears {@link Needed}. */
        public static Input json(Class<? extends Record> type) {
            return new Input(Carries.JSON, type);
        }
    }

    /** @param status of success, as told in the description: 200, 201, 202 or 204 */
    record Output(int status, Answers answers, @Nullable Class<? extends Record> type) {
        public static final Output NOTHING = new Output(204, Answers.NOTHING, null);
        public static final Output FILE = new Output(200, Answers.FILE, null);
        /** A JSON object of any shape. */
        public static final Output OBJECT = new Output(200, Answers.JSON, null);

        public static Output json(int status, Class<? extends Record> type) {
            return new Output(status, Answers.JSON, type);
        }

        /** {@code {"items": […]}}: the reply is a list. */
        public static Output items(Class<? extends Record> type) {
            return new Output(200, Answers.ITEMS, type);
        }
    }

    /** A parameter of the query. {@code kind}: {@code string, integer, boolean, uuid, date-time}. */
    record Param(String name, String kind) {}

    Method method();

    /**
     * Below {@code /api}, with variables: {@code /files/{id}}. Literals win over those of records. Where it begins with
     * {@code /{type}} it stands once for every record type. A variable called {@code id}, or whose name ends in {@code Id},
     * is told as a UUID.
     */
    String path();

    /** The operation's name in the OpenAPI description: {@code addFile}. */
    String name();

    /** What it is, for the OpenAPI description. */
    Text summary();

    /**
     * Checked before it is asked; {@code signed-in} for everybody. {@code {type}} in it stands for the record type of the
     * path.
     */
    String permission();

    /** Parameters that it takes; others are refused with 400. */
    default List<Param> params() {
        return List.of();
    }

    default Input input() {
        return Input.NOTHING;
    }

    default Output output() {
        return Output.OBJECT;
    }

    /** Statuses of its refusals besides those that all have (400, 401, 403, 406, 413, 415), as told in the description. */
    default List<Integer> refuses() {
        return List.of(404);
    }

    /**
     * Whether an answer may be kept for a day, to be given again to a request with the same Idempotency-Key; the call then runs
     * in a transaction. False where it holds a secret, or where a refusal has to leave a trace.
     */
    default boolean repeatable() {
        return true;
    }

    /** @throws org.weir.base.api.ProblemException as it is to be answered */
    Reply call(Ask ask) throws IOException;

    /** A request, whose sender has the permission. */
    @ProviderType
    interface Ask extends Resource.Ask {
        /** The reader's language. */
        Locale locale();

        /** The first value of a header of the request, null when absent. */
        @Nullable
        String header(String name);

        /** The body. @throws org.weir.base.api.ProblemException 400 naming each member that is not as declared */
        <T extends Record> T body(Class<T> type);

        /** The file sent. @throws IllegalStateException when the input is no file */
        Sent file();
    }

    /** A file that was received whole; gone after the call. */
    @ProviderType
    interface Sent {
        /** As the sender calls it, without folders; empty when not said. */
        String name();

        InputStream open() throws IOException;
    }
}
