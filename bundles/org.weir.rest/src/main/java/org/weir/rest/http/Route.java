package org.weir.rest.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Text;

/**
 * One method on one path: who may call it, what it takes and answers, and the code. The router serves it, the OpenAPI
 * document tells of it.
 */
public final class Route {
    /** Everybody, signed in or not. */
    public static final String PUBLIC = "public";
    /** Everybody signed in. */
    public static final String SIGNED_IN = "signed-in";

    /** A query parameter. {@code kind}: {@code string, integer, boolean, uuid, date-time}. */
    public record Param(String name, String kind) {}

    /** A header that a request carries. */
    public record Header(String name, boolean required) {}

    /** The code behind a route. */
    @FunctionalInterface
    public interface Handler {
        Answer handle(Call call) throws Exception;
    }

    private final String method;
    private final String path;
    private final String operation;
    private final Handler handler;
    private final List<String> segments;
    private final List<Param> params = new ArrayList<>();
    private final Set<String> paramNames = new LinkedHashSet<>();
    private final List<Header> headers = new ArrayList<>();
    private final Map<String, Shape> reads = new LinkedHashMap<>();
    private final Map<Integer, Shape> gives = new LinkedHashMap<>();
    private final Set<Integer> refusals = new LinkedHashSet<>();
    private String permission = "";
    private String mediaType = "application/json";
    private boolean bodyRequired;
    private boolean tagged;
    private boolean takesAnything;
    private boolean fleeting;
    private boolean whilePasswordIsOld;
    private boolean forPeople;
    private @Nullable Text summary;

    private Route(String method, String path, String operation, Handler handler) {
        this.method = method;
        this.path = path;
        this.operation = operation;
        this.handler = handler;
        this.segments = path.equals("/") ? List.of() : List.of(path.substring(1).split("/"));
    }

    /** @param path below {@code /api}: literals and {@code {variables}} */
    public static Route of(String method, String path, String operation, Handler handler) {
        return new Route(method, path, operation, handler);
    }

    /** The permission, checked before the handler runs; {@code {type}} stands for the record type's name. */
    public Route needs(String code) {
        permission = code;
        return this;
    }

    public Route takes(String kind, String... names) {
        for (String name : names) {
            params.add(new Param(name, kind));
            paramNames.add(name);
        }
        return this;
    }

    public Route header(String name, boolean required) {
        headers.add(new Header(name, required));
        return this;
    }

    /** The body of a request and its media types. */
    public Route reads(Shape shape, String... mediaTypes) {
        for (String type : mediaTypes.length == 0 ? new String[] {"application/json"} : mediaTypes) {
            reads.put(type, shape);
        }
        bodyRequired = true;
        return this;
    }

    /** Like {@link #reads}, but the body may be left out. */
    public Route mayRead(Shape shape) {
        reads(shape);
        bodyRequired = false;
        return this;
    }

    public Route gives(int status, Shape shape) {
        gives.put(status, shape);
        return this;
    }

    public Route gives(int status) {
        return gives(status, new Shape.Anything());
    }

    /** The answer is a file and not JSON. */
    public Route givesFile() {
        mediaType = "application/octet-stream";
        return gives(200, new Shape.Octets(false));
    }

    /** The answer is a page of HTML. */
    public Route givesPage() {
        mediaType = "text/html";
        return gives(200, new Shape.Octets(false));
    }

    /** Statuses of problems besides those that every route of the kind has. */
    public Route refuses(int... statuses) {
        for (int status : statuses) {
            refusals.add(status);
        }
        return this;
    }

    /** Answers with an ETag and knows If-None-Match. */
    public Route tagged() {
        tagged = true;
        return this;
    }

    /** Brought by another bundle, which says what it is. */
    public Route contributed(Text what) {
        summary = what;
        return this;
    }

    /** Which parameters it takes is known only to itself. */
    public Route takesAnything(boolean whether) {
        takesAnything = whether;
        return this;
    }

    /**
     * Its answer is never kept to be given again under an Idempotency-Key: it holds a secret, or a refusal has to leave a
     * trace.
     */
    public Route fleeting() {
        fleeting = true;
        return this;
    }

    /** Whether it obeys Idempotency-Key. */
    public boolean keyed() {
        return !fleeting && !method.equals("GET") && !permission.equals(PUBLIC) && mediaType.equals("application/json");
    }

    boolean takesAnything() {
        return takesAnything;
    }

    /** What it is, null for what the API brings itself. */
    public @Nullable Text summary() {
        return summary;
    }

    /** Open to somebody who must change the password or set up a second factor first. */
    public Route whilePasswordIsOld() {
        whilePasswordIsOld = true;
        return this;
    }

    /** Refused to tokens: who knows only a token must not make others, or change how its owner signs in. */
    public Route forPeople() {
        forPeople = true;
        return this;
    }

    public String method() {
        return method;
    }

    public String path() {
        return path;
    }

    public String operation() {
        return operation;
    }

    Handler handler() {
        return handler;
    }

    List<String> segments() {
        return segments;
    }

    public List<Param> params() {
        return params;
    }

    Set<String> paramNames() {
        return paramNames;
    }

    public List<Header> headers() {
        return headers;
    }

    public Map<String, Shape> reads() {
        return reads;
    }

    public Map<Integer, Shape> gives() {
        return gives;
    }

    public Set<Integer> refusals() {
        return refusals;
    }

    public String permission() {
        return permission;
    }

    public String mediaType() {
        return mediaType;
    }

    public boolean bodyRequired() {
        return bodyRequired;
    }

    public boolean isTagged() {
        return tagged;
    }

    boolean isForPeople() {
        return forPeople;
    }

    boolean isOpenWhilePasswordIsOld() {
        return whilePasswordIsOld;
    }

    /** Whether it stands once for every record type. */
    public boolean perType() {
        return path.startsWith("/{type}");
    }

    boolean takesUpload() {
        return reads.values().stream().anyMatch(Shape.Octets.class::isInstance);
    }
}
