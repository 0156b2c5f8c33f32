package org.weir.mail.letter;

import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.weir.base.api.Text;
import org.weir.base.api.Texts;
import org.weir.mail.api.Letter;
import org.weir.mail.jte.StaticTemplates;

/** Makes text and HTML of a letter. */
public final class DrawLetter {
    private static final int SUBJECT = 200;
    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final Texts texts;
    private final String url;

    /** @param url where people reach Weir, without a slash at the end; empty when nobody has said, and there are no links */
    public DrawLetter(Texts texts, String url) {
        this.texts = texts;
        this.url = url;
    }

    /** A piece as it is drawn; {@code kind} is {@code words}, {@code quote}, {@code fact} or {@code link}. */
    public record Line(String kind, String label, String text) {}

    public Drawn draw(Letter letter, Locale locale) {
        String subject = oneLine(texts.text(locale, letter.subject()), SUBJECT);
        List<Line> lines = new ArrayList<>();
        for (Letter.Part part : letter.parts()) {
            line(part, locale, lines);
        }
        String foot = texts.text(locale, Text.of("mail.foot"));
        StringOutput html = new StringOutput();
        TEMPLATES.letter(locale.toLanguageTag(), subject, lines, foot, url).render(html);
        return new Drawn(subject, plain(lines, foot), html.toString());
    }

    private void line(Letter.Part part, Locale locale, List<Line> lines) {
        if (part instanceof Letter.Words words) {
            lines.add(new Line("words", "", texts.text(locale, words.text())));
        } else if (part instanceof Letter.Quote quote) {
            lines.add(new Line("quote", "", quote.words()));
        } else if (part instanceof Letter.Fact fact) {
            lines.add(new Line("fact", texts.text(locale, fact.label()), fact.value()));
        } else if (part instanceof Letter.Link link && !url.isEmpty()) {
            lines.add(new Line("link", texts.text(locale, link.label()), url + link.path()));
        }
    }

    private static String plain(List<Line> lines, String foot) {
        StringBuilder text = new StringBuilder();
        String before = "";
        for (Line line : lines) {
            boolean together = line.kind().equals("fact") && before.equals("fact");
            text.append(text.isEmpty() || together ? "" : "\n");
            switch (line.kind()) {
                case "quote" ->
                    line.text()
                            .lines()
                            .forEach(it -> text.append("> ").append(it).append('\n'));
                case "fact", "link" ->
                    text.append(line.label()).append(": ").append(line.text()).append('\n');
                default -> text.append(line.text()).append('\n');
            }
            before = line.kind();
        }
        return text.append("\n-- \n").append(foot).append('\n').toString();
    }

    /** Without line breaks and other control characters, cut to so many code points: nobody smuggles a header in. */
    public static String oneLine(String text, int most) {
        StringBuilder line = new StringBuilder();
        text.codePoints()
                .map(it -> Character.isISOControl(it) || it == 0x2028 || it == 0x2029 ? ' ' : it)
                .limit(most)
                .forEach(line::appendCodePoint);
        return line.toString().strip();
    }
}
