package org.weir.web.shell;

import java.util.function.Function;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;

/** A page made of functions. */
public record Handled(String path, String permission, Work onGet, Work onPost) implements Page {
    /** What a page does with a visit. */
    @FunctionalInterface
    public interface Work {
        Reply answer(Visit visit) throws Exception;
    }

    /** A page to look at. */
    public static Handled show(String path, String permission, Work work) {
        return new Handled(path, permission, work, visit -> new Reply.NotAllowed());
    }

    /** A form and what it is sent to. */
    public static Handled form(String path, String permission, Work get, Work post) {
        return new Handled(path, permission, get, post);
    }

    /** A deed; who comes with a link, as after signing in again, is led to where its button is. */
    public static Handled act(String path, String permission, Function<Visit, String> button, Work work) {
        return new Handled(path, permission, visit -> new Reply.Redirect(button.apply(visit), null), work);
    }

    @Override
    public Reply get(Visit visit) throws Exception {
        return onGet.answer(visit);
    }

    @Override
    public Reply post(Visit visit) throws Exception {
        return onPost.answer(visit);
    }
}
