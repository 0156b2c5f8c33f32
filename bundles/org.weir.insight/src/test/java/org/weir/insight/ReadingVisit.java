package org.weir.insight;

import gg.jte.Content;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.base.api.Texts;
import org.weir.testkit.TestTexts;
import org.weir.web.api.Visit;

/** A reader, without a request. */
public final class ReadingVisit implements Visit {
    private final Texts texts = TestTexts.of("insight", "records");
    private final Locale locale;
    private final Actor actor;

    public ReadingVisit(Actor actor) {
        this.locale = actor.locale();
        this.actor = actor;
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
