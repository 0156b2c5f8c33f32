package org.weir.web.shell;

import gg.jte.Content;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.base.api.Texts;
import org.weir.web.api.Visit;
import org.weir.web.api.Visits;
import org.weir.web.asset.Assets;
import org.weir.web.asset.BundleAssets;

/** Makes visits for the API. */
@Component
public final class ApiVisits implements Visits {
    private final Texts texts;
    private final Times times;
    private final Icons icons;

    @Activate
    public ApiVisits(@Reference Texts texts, @Reference BundleAssets assets) {
        this(texts, assets.assets(), Clock.systemUTC());
    }

    /** For a test. */
    public ApiVisits(Texts texts, Assets assets, Clock clock) {
        this.texts = texts;
        this.times = new Times(texts, clock);
        this.icons = new Icons(assets);
    }

    @Override
    public Visit of(Actor actor) {
        return new ApiVisit(actor);
    }

    private final class ApiVisit implements Visit {
        private final Actor actor;

        ApiVisit(Actor actor) {
            this.actor = actor;
        }

        @Override
        public Actor actor() {
            return actor;
        }

        @Override
        public String path(String variable) {
            return "";
        }

        @Override
        public UUID pathId(String variable) {
            throw ProblemException.notFound();
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
            return "/";
        }

        @Override
        public String csrf() {
            return "";
        }

        @Override
        public Locale locale() {
            return actor.locale();
        }

        @Override
        public String t(String key, Object... args) {
            return texts.text(actor.locale(), key, args);
        }

        @Override
        public String t(Text text) {
            return texts.text(actor.locale(), text);
        }

        @Override
        public String time(Instant at) {
            return times.near(at, actor.locale(), actor.zone());
        }

        @Override
        public String fullTime(Instant at) {
            return times.full(at, actor.locale(), actor.zone());
        }

        @Override
        public Content icon(String name) {
            return icons.icon(name, "");
        }

        @Override
        public Content icon(String name, String style) {
            return icons.icon(name, style);
        }

        @Override
        public String asset(String path) {
            return icons.asset(path);
        }

        @Override
        public void status(int code) {
            // the API decides
        }

        @Override
        public void header(String name, String value) {
            // the API decides
        }
    }
}
