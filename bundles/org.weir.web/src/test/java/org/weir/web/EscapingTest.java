package org.weir.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gg.jte.Content;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.weir.records.api.Conversation.Comment;
import org.weir.web.api.Visit;
import org.weir.web.cell.Shown;
import org.weir.web.form.FormView;
import org.weir.web.form.FormView.Clash;
import org.weir.web.form.FormView.Conflict;
import org.weir.web.form.FormView.Input;
import org.weir.web.form.FormView.Option;
import org.weir.web.form.LookupPage;
import org.weir.web.history.HistoryTab;
import org.weir.web.jte.StaticTemplates;
import org.weir.web.palette.PalettePage;
import org.weir.web.record.RecordView;
import org.weir.web.session.SignIn;

/** Whatever people write into whatever field, it is shown as they wrote it and never runs. */
class EscapingTest {
    private static final String NASTY =
            "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>&lt; {{7*7}} ${7*7} ]]> -->\u0000\u2028𠮷😀";

    private final StaticTemplates templates = new StaticTemplates();
    private final Visit visit = new ReaderVisit(Locale.ENGLISH, NASTY);

    private static String html(Content content) {
        StringOutput output = new StringOutput();
        content.writeTo(new OwaspHtmlTemplateOutput(output));
        return output.toString();
    }

    private static void harmless(String html) {
        assertFalse(html.contains("<script>alert"), html);
        assertFalse(html.contains("<img src=x"), html);
        assertFalse(html.contains("\"'>"), html);
        assertTrue(html.contains("𠮷😀"), html);
    }

    @Test
    void in_cells_of_every_kind() {
        List<Shown> all = List.of(
                new Shown.Plain(NASTY, false),
                new Shown.Prose(NASTY),
                new Shown.Link(NASTY, "/r/account/" + NASTY, false),
                new Shown.Link(NASTY, "https://x.example/" + NASTY, true),
                new Shown.Tag(NASTY, NASTY, NASTY),
                new Shown.Face(NASTY, NASTY, NASTY),
                new Shown.Grade(NASTY),
                new Shown.Moment(NASTY, NASTY, NASTY));
        all.forEach(it -> harmless(html(templates.cellShown(it))));
        harmless(html(templates.cellShown(new Shown.Several(all, true))));
        harmless(html(templates.cellShown(new Shown.Several(all, false))));
    }

    private static Input input(String control) {
        return new Input(
                "name",
                NASTY,
                NASTY,
                NASTY,
                true,
                true,
                control,
                "text",
                "",
                NASTY,
                NASTY,
                List.of(new Option(NASTY, NASTY)),
                List.of(new Option(NASTY, NASTY)),
                "/lookup/x",
                200,
                NASTY);
    }

    @Test
    void in_forms_their_errors_and_the_conflict_dialog() {
        List<Input> inputs = List.of(
                input("text"), input("textarea"), input("select"), input("lookup"), input("lookups"), input("money"));
        FormView form = new FormView(
                visit,
                NASTY,
                NASTY,
                "/r/x/" + NASTY,
                NASTY,
                "/" + NASTY,
                List.of(new Option("_back", NASTY)),
                List.of(new FormView.Problem("name", NASTY), new FormView.Problem("", NASTY)),
                List.of(new FormView.Section(NASTY, inputs)),
                new Conflict(
                        NASTY,
                        NASTY,
                        "/" + NASTY,
                        List.of(new Option(NASTY, NASTY)),
                        List.of(new Clash("name", NASTY, NASTY, NASTY, NASTY, List.of(new Option("name", NASTY)))),
                        "/" + NASTY));
        harmless(html(templates.formPage(form)));
    }

    @Test
    void in_history_comments_and_timelines() {
        harmless(html(templates.historyTab(
                visit,
                List.of(new HistoryTab.Line(
                        NASTY,
                        NASTY,
                        NASTY,
                        NASTY,
                        NASTY,
                        List.of(new HistoryTab.Change(NASTY, NASTY, NASTY)),
                        "/" + NASTY)),
                "/" + NASTY)));
        Comment mine = new Comment(new UUID(1, 1), new UUID(7, 7), NASTY, Instant.EPOCH, NASTY, null, false);
        Comment gone = new Comment(new UUID(1, 2), new UUID(8, 8), NASTY, Instant.EPOCH, "", null, true);
        harmless(html(templates.historyComments(visit, "/r/x/1", List.of(mine, gone))));
        harmless(html(templates.recordMoment(
                new RecordView.Moment(NASTY, NASTY, NASTY, NASTY, NASTY, NASTY, "/" + NASTY, false))));
    }

    @Test
    void in_the_palette_and_lookups() {
        PalettePage.Option option = new PalettePage.Option(NASTY, NASTY, "x", "/" + NASTY, NASTY);
        harmless(html(templates.paletteOptions(visit, List.of(new PalettePage.Group(NASTY, List.of(option))))));
        harmless(html(templates.formLookup(visit, List.of(new LookupPage.Choice(NASTY, NASTY, NASTY)))));
    }

    @Test
    void on_the_sign_in_and_error_pages() {
        harmless(html(templates.sessionSignIn(
                visit,
                "/" + NASTY,
                NASTY,
                NASTY,
                NASTY,
                List.of(new SignIn.Kept(NASTY, NASTY)),
                List.of(new SignIn.Way(NASTY, "/" + NASTY)))));
        harmless(html(
                templates.sessionSignInCode(visit, "/" + NASTY, NASTY, NASTY, List.of(new SignIn.Kept(NASTY, NASTY)))));
        harmless(html(templates.sessionNewPassword(visit, NASTY, NASTY, 12, Map.of("next", NASTY))));
        harmless(html(templates.sessionResume(visit, "/" + NASTY, "t", List.of(new SignIn.Kept(NASTY, NASTY)))));
        harmless(html(templates.sessionPassword(visit, true, 12, Map.of("present", NASTY, "", NASTY))));
        harmless(html(templates.shellProblem(visit, 404, NASTY, NASTY, List.of(NASTY), "R")));
    }

    @Test
    void only_addresses_of_the_web_become_links() {
        assertFalse(html(templates.cellShown(new Shown.Plain("javascript:alert(1)", false)))
                .contains("href"));
    }
}
