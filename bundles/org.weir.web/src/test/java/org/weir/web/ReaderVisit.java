package org.weir.web;

import gg.jte.Content;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.access.api.Scope;
import org.weir.base.api.Text;
import org.weir.base.api.Texts;
import org.weir.testkit.TestTexts;
import org.weir.web.api.Visit;

/** A visit by somebody who may do everything, to draw templates without a server. */
public final class ReaderVisit implements Visit {
    private final Texts texts = TestTexts.of("web");
    private final Locale locale;
    private final Actor actor;

    public ReaderVisit(Locale locale, String name) {
        this.locale = locale;
        this.actor = new Actor(
                new UUID(7, 7),
                name,
                name,
                locale,
                ZoneOffset.UTC,
                Actor.NO_TEAM,
                Set.of(),
                Set.of(),
                Map.of("*", Set.of(Scope.ALL)));
    }

    @Override
    public Actor actor() {
        return actor;
    }

    @Override
    public String path(String variable) {
        return variable;
    }

    @Override
    public UUID pathId(String variable) {
        return new UUID(1, 1);
    }

    @Override
    public @Nullable String param(String name) {
        return null;
    }

    @Override
    public List<String> params(String name) {
        return List.of();
    }

    @Override
    public Map<String, List<String>> params() {
        return Map.of();
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
        return "/here?a=\"><script>";
    }

    @Override
    public String csrf() {
        return "token";
    }

    @Override
    public Locale locale() {
        return locale;
    }

    @Override
    public String t(String key, Object... args) {
        return texts.text(locale, key, args);
    }

    @Override
    public String t(Text text) {
        return texts.text(locale, text);
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
        return output -> {};
    }

    @Override
    public Content icon(String name, String style) {
        return output -> {};
    }

    @Override
    public String asset(String path) {
        return "/assets/0/" + path;
    }

    @Override
    public void status(int code) {}

    @Override
    public void header(String name, String value) {}
}
