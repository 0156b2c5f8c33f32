package org.weir.rest;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.rest.api.Operation;
import org.weir.rest.api.Reply;
import org.weir.rest.api.Resource;
import org.weir.rest.http.Answer;
import org.weir.rest.http.Call;
import org.weir.rest.http.Items;
import org.weir.rest.http.Route;
import org.weir.rest.http.Shape;

/** The routes of what other bundles bring. */
final class Contributed {
    private Contributed() {}

    static Route route(Resource resource) {
        return Route.of("GET", resource.path(), resource.name(), call -> call.answer(resource.get(new Asked(call))))
                .needs(resource.permission())
                .contributed(resource.summary())
                .takesAnything(true)
                .gives(200)
                .refuses(404);
    }

    static Route route(Operation operation) {
        Route route = Route.of(
                        operation.method().name(),
                        operation.path(),
                        operation.name(),
                        call -> answer(operation.call(new Asked(call)), call))
                .needs(operation.permission())
                .contributed(operation.summary());
        operation.params().forEach(it -> route.takes(it.kind(), it.name()));
        operation.refuses().forEach(route::refuses);
        if (!operation.repeatable()) {
            route.fleeting();
        }
        return gives(reads(route, operation.input()), operation.output());
    }

    private static Route reads(Route route, Operation.Input input) {
        return switch (input.carries()) {
            case NOTHING -> route;
            case JSON -> route.reads(input.type() == null ? new Shape.Anything() : new Shape.Of(input.type()));
            case FILE ->
                route.takes("string", "fileName")
                        .reads(new Shape.Octets(true), "multipart/form-data")
                        .reads(new Shape.Octets(false), "*/*");
        };
    }

    private static Route gives(Route route, Operation.Output output) {
        Class<? extends Record> type = output.type();
        if (output.answers() == Operation.Answers.FILE) {
            return route.givesFile();
        }
        if (type == null) {
            return route.gives(output.status());
        }
        boolean items = output.answers() == Operation.Answers.ITEMS;
        return route.gives(output.status(), items ? new Shape.ItemsOf(type) : new Shape.Of(type));
    }

    private static Answer answer(Reply reply, Call call) {
        Answer answer = body(reply, call);
        reply.headers().forEach(answer::with);
        return answer;
    }

    private static Answer body(Reply reply, Call call) {
        Reply.Download file = reply.download();
        if (file != null) {
            return Answer.stream(file.content(), file.length(), file.name(), file.type());
        }
        Object json = reply.json();
        if (json == null) {
            return Answer.empty(reply.status());
        }
        return call.answer(reply.status(), json instanceof List<?> list ? new Items<>(list) : json);
    }

    private record Asked(Call call) implements Operation.Ask {
        @Override
        public Actor actor() {
            return call.actor();
        }

        @Override
        public String path(String variable) {
            return call.variable(variable);
        }

        @Override
        public UUID pathId(String variable) {
            return call.id(variable);
        }

        @Override
        public @Nullable String param(String name) {
            return call.param(name);
        }

        @Override
        public Locale locale() {
            return call.locale();
        }

        @Override
        public @Nullable String header(String name) {
            return call.incoming().header(name);
        }

        @Override
        public <T extends Record> T body(Class<T> type) {
            return call.body(type);
        }

        @Override
        public Operation.Sent file() {
            return new Received(call);
        }
    }

    private record Received(Call call) implements Operation.Sent {
        @Override
        public String name() {
            return call.param("fileName", call.upload().fileName());
        }

        @Override
        public InputStream open() throws IOException {
            return call.upload().open();
        }
    }
}
