package org.weir.web;

import gg.jte.Content;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.web.api.Visit;

/** A visit with what somebody typed; texts read as their keys. */
public final class TypedVisit implements Visit {
    private final Map<String, List<String>> params = new LinkedHashMap<>();
    private final Actor actor;
    private int status = 200;

    public TypedVisit(Actor actor) {
        this.actor = actor;
    }

    public TypedVisit with(String name, String... values) {
        params.put(name, Arrays.asList(values));
        return this;
    }

    public int status() {
        return status;
    }

    @Override
    public Actor actor() {
        return actor;
    }

    @Override
    public String path(String variable) {
        throw new IllegalArgumentException(variable);
    }

    @Override
    public UUID pathId(String variable) {
        throw new IllegalArgumentException(variable);
    }

    @Override
    public @Nullable String param(String name) {
        return params.containsKey(name) ? params.get(name).get(0) : null;
    }

    @Override
    public List<String> params(String name) {
        return params.getOrDefault(name, List.of());
    }

    @Override
    public Map<String, List<String>> params() {
        return params;
    }

    @Override
    public @Nullable Upload upload(String name) {
        return null;
    }

    @Override
    public boolean htmx() {
        return false;
    }

    @Override
    public String url() {
        return "/here";
    }

    @Override
    public String csrf() {
        return "token";
    }

    @Override
    public Locale locale() {
        return Locale.ENGLISH;
    }

    @Override
    public String t(String key, Object... args) {
        return args.length == 0 ? key : key + Arrays.toString(args);
    }

    @Override
    public String t(Text text) {
        return t(text.key(), text.args().toArray());
    }

    @Override
    public String time(Instant at) {
        return at.toString();
    }

    @Override
    public String fullTime(Instant at) {
        return at.toString();
    }

    @Override
    public Content icon(String name) {
        return output -> output.writeContent("");
    }

    @Override
    public Content icon(String name, String style) {
        return icon(name);
    }

    @Override
    public String asset(String path) {
        return "/assets/" + path;
    }

    @Override
    public void status(int code) {
        status = code;
    }

    @Override
    public void header(String name, String value) {}
}
