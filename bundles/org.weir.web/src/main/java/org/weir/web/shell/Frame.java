package org.weir.web.shell;

import gg.jte.Content;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.web.api.Reply.Crumb;
import org.weir.web.api.Visit;

/**
 * What the layout draws around a page.
 *
 * @param bare without navigation: nobody is signed in, or must change the password first
 * @param mine what bundles add to the menu under one's initials
 * @param scriptTexts address of the texts that scripts say
 * @param waiting how much is late or for today, when known; empty for nothing
 * @param back where a preference's form returns to
 * @param notices what everybody has to know now
 * @param privacy the data-protection notice in the reader's language; empty for none
 */
public record Frame(
        Visit visit,
        String title,
        List<Crumb> crumbs,
        Content content,
        boolean bare,
        List<Section> sections,
        List<Entry> mine,
        String theme,
        String privacy,
        List<Language> languages,
        @Nullable Flash flash,
        @Nullable Actor actor,
        String initials,
        String fresh,
        String scriptTexts,
        boolean home,
        String waiting,
        String back,
        List<String> notices) {

    /** @param id for {@code aria-labelledby} */
    public record Section(String id, String label, List<Entry> entries) {}

    public record Entry(String label, String icon, String href, boolean current) {}

    public record Language(String tag, String name, boolean current) {}

    /** Content that brings its own main element, such as a list with its side panel. */
    public record Wide(Content content) implements Content {
        @Override
        public void writeTo(gg.jte.TemplateOutput output) {
            content.writeTo(output);
        }
    }

    public boolean ownMain() {
        return content instanceof Wide;
    }

    public String t(String key, Object... args) {
        return visit.t(key, args);
    }

    public String language() {
        return visit.locale().toLanguageTag();
    }

    /** The first two entries after home, for the thumb on a phone. */
    public List<Entry> thumb() {
        return sections.stream()
                .flatMap(it -> it.entries().stream())
                .filter(it -> !it.href().equals("/"))
                .limit(2)
                .toList();
    }

    /** A language in its own words: English, 中文. */
    static String own(Locale locale) {
        return locale.getDisplayLanguage(locale);
    }
}
