package org.weir.rest.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Text;
import org.weir.base.api.Texts;
import org.weir.records.api.Action;
import org.weir.records.api.Actions;
import org.weir.records.api.RecordType;
import org.weir.records.api.RecordTypes;
import org.weir.rest.http.Json;
import org.weir.rest.http.Route;
import org.weir.rest.http.Shape;

/** The OpenAPI 3.1 document of what is there now: every route, once for every record type where it stands for types. */
final class OpenApi {
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)}");

    private final RecordTypes types;
    private final Actions actions;
    private final Texts texts;
    private final Locale locale;
    private final ObjectNode document = Json.newObject();
    private final ObjectNode paths;
    private final ObjectNode components;
    private final Schemas schemas;
    private final TypeSchemas typeSchemas;

    OpenApi(RecordTypes types, Actions actions, Texts texts, Locale locale) {
        this.types = types;
        this.actions = actions;
        this.texts = texts;
        this.locale = locale;
        document.put("openapi", "3.1.0");
        ObjectNode info = document.putObject("info");
        info.put("title", t("rest.api.title")).put("version", "1.0.0").put("description", t("rest.api.description"));
        document.putArray("servers").addObject().put("url", "/api");
        ArrayNode security = document.putArray("security");
        security.addObject().putArray("token");
        security.addObject().putArray("basic");
        security.addObject().putArray("session");
        this.paths = document.putObject("paths");
        this.components = document.putObject("components");
        ObjectNode gathered = components.putObject("schemas");
        this.schemas = new Schemas(gathered);
        this.typeSchemas = new TypeSchemas(gathered, texts, locale);
    }

    ObjectNode of(List<Route> routes) {
        common();
        ArrayNode tags = document.putArray("tags");
        for (RecordType type : types.all()) {
            typeSchemas.add(type, types.computed(type));
            tags.addObject().put("name", type.name()).put("description", t(type.many()));
        }
        for (Route route : routes) {
            if (!route.perType()) {
                operation(route.path(), route, null);
            } else {
                for (RecordType type : types.all()) {
                    perType(route, type);
                }
            }
        }
        return document;
    }

    private void common() {
        ObjectNode problem = Schemas.typed("object");
        problem.put("description", t("rest.schema.problem"));
        ObjectNode properties = problem.putObject("properties");
        properties.set("type", Schemas.typed("string").put("format", "uri"));
        properties.set("title", Schemas.typed("string"));
        properties.set("status", Schemas.typed("integer"));
        properties.set("detail", Schemas.typed("string"));
        properties.set("instance", Schemas.typed("string").put("format", "uri"));
        ObjectNode error = Schemas.typed("object");
        error.putObject("properties")
                .<ObjectNode>set("field", Schemas.typed("string"))
                .<ObjectNode>set("pointer", Schemas.typed("string"))
                .set("detail", Schemas.typed("string"));
        ((ObjectNode) components.get("schemas")).set("ProblemError", error);
        properties.set("errors", Schemas.arrayOf(Schemas.ref("ProblemError")));
        problem.putArray("required")
                .add("type")
                .add("title")
                .add("status")
                .add("detail")
                .add("instance");
        ((ObjectNode) components.get("schemas")).set("Problem", problem);
        ObjectNode headers = components.putObject("headers");
        for (String name : List.of("RateLimit", "RateLimit-Policy", "Retry-After")) {
            header(headers, name);
        }
        ObjectNode schemes = components.putObject("securitySchemes");
        schemes.putObject("token").put("type", "http").put("scheme", "bearer").put("description", t("rest.api.token"));
        schemes.putObject("basic").put("type", "http").put("scheme", "basic");
        schemes.putObject("session")
                .put("type", "apiKey")
                .put("in", "cookie")
                .put("name", "weir")
                .put("description", t("rest.api.session"));
    }

    /** Actions are told one by one, with their own input. */
    private void perType(Route route, RecordType type) {
        String path = route.path().replace("{type}", type.name());
        if (!route.path().endsWith("/actions/{name}")) {
            operation(path, route, type);
            return;
        }
        boolean single = route.path().contains("{id}");
        for (Action action : types.actions(type)) {
            if (action.places().contains(Action.Place.RECORD) && single || !single && many(action)) {
                action(path.replace("{name}", action.name()), route, type, action, single);
            }
        }
    }

    private static boolean many(Action action) {
        return action.places().contains(Action.Place.SELECTION)
                || action.places().contains(Action.Place.LIST);
    }

    private void action(String path, Route route, RecordType type, Action action, boolean single) {
        ObjectNode operation = operation(path, route, type);
        String labels = "record." + type.name() + ".action." + action.name();
        operation.put("operationId", operation.get("operationId").asText() + TypeSchemas.camel(action.name()));
        operation.put("summary", t(Text.of(labels)));
        String name = TypeSchemas.camel(type.name()) + TypeSchemas.camel(action.name()) + "Input";
        ObjectNode input = typeSchemas.input(name, actions.input(action), labels + ".");
        ObjectNode body =
                (ObjectNode) operation.get("requestBody").get("content").get("application/json");
        if (single) {
            body.set("schema", input);
        } else {
            ArrayNode both = Json.newObject().putArray("allOf");
            both.add(body.get("schema"));
            both.addObject().putObject("properties").set("input", input);
            body.putObject("schema").set("allOf", both);
        }
    }

    private ObjectNode operation(String path, Route route, @Nullable RecordType type) {
        ObjectNode item = paths.has(path) ? (ObjectNode) paths.get(path) : paths.putObject(path);
        ObjectNode operation = item.putObject(route.method().toLowerCase(Locale.ROOT));
        operation.put("operationId", route.operation() + (type == null ? "" : TypeSchemas.camel(type.name())));
        operation.put("summary", t(summary(route, type)));
        operation.putArray("tags").add(type == null ? "weir" : type.name());
        String permission = route.permission().replace("{type}", type == null ? "" : type.name());
        operation.put("x-permission", permission);
        if (permission.equals(Route.PUBLIC)) {
            operation.putArray("security");
        }
        parameters(operation, path, route);
        if (!route.reads().isEmpty()) {
            requestBody(operation, route, type);
        }
        responses(operation, route, type);
        return operation;
    }

    private static Text summary(Route route, @Nullable RecordType type) {
        if (route.summary() != null) {
            return route.summary();
        }
        String key = "rest.op." + route.operation();
        return type == null ? Text.of(key) : Text.of(key, type.one(), type.many());
    }

    /** What a variable stands for is told by its name. */
    private static boolean isId(String variable, Route route) {
        if (route.summary() != null) {
            return variable.equals("id") || variable.endsWith("Id");
        }
        return !variable.equals("name") && !variable.equals("code") && !variable.equals("key");
    }

    private void parameters(ObjectNode operation, String path, Route route) {
        ArrayNode parameters = operation.arrayNode();
        Matcher variables = VARIABLE.matcher(path);
        while (variables.find()) {
            String name = variables.group(1);
            ObjectNode schema = Schemas.typed("string");
            if (isId(name, route)) {
                schema.put("format", "uuid");
            }
            parameter(parameters, name, "path", schema).put("required", true);
        }
        for (Route.Param param : route.params()) {
            ObjectNode schema = param.kind().equals("integer") || param.kind().equals("boolean")
                    ? Schemas.typed(param.kind())
                    : Schemas.typed("string");
            if (param.kind().equals("uuid") || param.kind().equals("date-time")) {
                schema.put("format", param.kind());
            }
            ObjectNode parameter = parameter(parameters, param.name(), "query", schema);
            texts.find(locale, "rest.param." + param.name()).ifPresent(it -> parameter.put("description", it));
        }
        for (Route.Header header : route.headers()) {
            header(parameters, header.name(), header.required());
        }
        if (route.keyed()) {
            header(parameters, "Idempotency-Key", false);
        }
        if (!parameters.isEmpty()) {
            operation.set("parameters", parameters);
        }
    }

    private void header(ArrayNode parameters, String name, boolean required) {
        parameter(parameters, name, "header", Schemas.typed("string"))
                .put("required", required)
                .put("description", t("rest.header." + name));
    }

    private static ObjectNode parameter(ArrayNode parameters, String name, String in, ObjectNode schema) {
        ObjectNode parameter = parameters.addObject().put("name", name).put("in", in);
        parameter.set("schema", schema);
        return parameter;
    }

    private void requestBody(ObjectNode operation, Route route, @Nullable RecordType type) {
        ObjectNode body = operation.putObject("requestBody").put("required", route.bodyRequired());
        ObjectNode content = body.putObject("content");
        route.reads().forEach((mediaType, shape) -> {
            ObjectNode media = content.putObject(mediaType);
            media.set("schema", schema(shape, type));
            if (type != null && shape instanceof Shape.OfType part) {
                media.set("example", part.part().equals("patch") ? Examples.patch(type) : Examples.create(type));
            }
        });
    }

    private void responses(ObjectNode operation, Route route, @Nullable RecordType type) {
        ObjectNode responses = operation.putObject("responses");
        route.gives().forEach((status, shape) -> {
            ObjectNode response = responses.putObject(Integer.toString(status));
            response.put("description", t("rest.status." + status));
            if (status != 204) {
                String mediaType = shape instanceof Shape.Octets ? route.mediaType() : "application/json";
                response.putObject("content").putObject(mediaType).set("schema", schema(shape, type));
            }
            headers(response, route, status);
        });
        if (route.isTagged() && route.method().equals("GET")) {
            responses.putObject("304").put("description", t("rest.status.304"));
        }
        boolean open = route.permission().equals(Route.PUBLIC);
        problem(responses, 400);
        if (!open) {
            problem(responses, 401);
        }
        problem(responses, 403);
        problem(responses, 406);
        if (!route.reads().isEmpty()) {
            problem(responses, 413);
            problem(responses, 415);
        }
        if (route.perType()) {
            problem(responses, 404);
        }
        if (route.keyed()) {
            problem(responses, 409);
            problem(responses, 422);
        }
        problem(responses, 429);
        problem(responses, 503);
        route.refusals().forEach(status -> problem(responses, status));
    }

    private void headers(ObjectNode response, Route route, int status) {
        ObjectNode headers = Json.newObject();
        if (route.isTagged() || status == 201 && route.operation().equals("create")) {
            header(headers, "ETag");
        }
        if (status == 201
                && !route.operation().equals("comment")
                && !route.operation().equals("signIn")
                && route.summary() == null) {
            header(headers, "Location");
        }
        if (route.operation().equals("list")) {
            header(headers, "Link");
        }
        if (!route.permission().equals(Route.PUBLIC)) {
            headers.set("RateLimit", headerRef("RateLimit"));
            headers.set("RateLimit-Policy", headerRef("RateLimit-Policy"));
        }
        if (!headers.isEmpty()) {
            response.set("headers", headers);
        }
    }

    private static ObjectNode headerRef(String name) {
        return Json.newObject().put("$ref", "#/components/headers/" + name);
    }

    private void header(ObjectNode headers, String name) {
        headers.putObject(name).put("description", t("rest.header." + name)).set("schema", Schemas.typed("string"));
    }

    /** One response component per status, made when first needed. */
    private void problem(ObjectNode responses, int status) {
        String name = "Problem" + status;
        ObjectNode shared = components.has("responses")
                ? (ObjectNode) components.get("responses")
                : components.putObject("responses");
        if (!shared.has(name)) {
            ObjectNode response = shared.putObject(name).put("description", t("rest.status." + status));
            ObjectNode media = response.putObject("content").putObject("application/problem+json");
            media.set("schema", Schemas.ref("Problem"));
            if (status == 429 || status == 503) {
                response.putObject("headers").set("Retry-After", headerRef("Retry-After"));
            }
            media.putObject("example")
                    .put("type", "urn:weir:rest.status." + status)
                    .put("title", t("rest.status." + status))
                    .put("status", status)
                    .put("detail", t("rest.status." + status))
                    .put("instance", "urn:uuid:0198a5c0-7f00-7abc-8def-0123456789ab");
        }
        responses.putObject(Integer.toString(status)).put("$ref", "#/components/responses/" + name);
    }

    private ObjectNode schema(Shape shape, @Nullable RecordType type) {
        if (shape instanceof Shape.OfType part && type != null) {
            return Schemas.ref(TypeSchemas.name(type, part.part()));
        }
        if (shape instanceof Shape.Of plain) {
            return schemas.of(plain.type());
        }
        if (shape instanceof Shape.ItemsOf plain) {
            return schemas.itemsOf(plain.type());
        }
        if (shape instanceof Shape.Octets octets) {
            return octets.form() ? form() : Schemas.typed("string").put("format", "binary");
        }
        return Schemas.typed("object");
    }

    private static ObjectNode form() {
        ObjectNode form = Schemas.typed("object");
        form.putObject("properties")
                .putObject("file")
                .put("type", "string")
                .put("format", "binary")
                .put("contentMediaType", "application/octet-stream");
        form.putArray("required").add("file");
        return form;
    }

    private String t(String key) {
        return texts.text(locale, key);
    }

    private String t(Text text) {
        return texts.text(locale, text);
    }
}
