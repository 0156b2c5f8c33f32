package org.weir.admin;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.weir.base.api.Text;
import org.weir.rest.api.Operation;
import org.weir.rest.api.Reply;

/** An operation put together from its pieces. */
public record Offer(
        Method method,
        String path,
        String name,
        Text summary,
        String permission,
        Input input,
        Output output,
        List<Integer> refuses,
        List<Param> params,
        Work work)
        implements Operation {

    /** What it does. */
    @FunctionalInterface
    public interface Work {
        Reply call(Ask ask) throws IOException;
    }

    /** One that takes nothing, answers an object and is never refused. */
    public static Offer of(Method method, String path, String name, Text summary, String permission, Work work) {
        return new Offer(
                method, path, name, summary, permission, Input.NOTHING, Output.OBJECT, List.of(), List.of(), work);
    }

    public Offer takes(Input taken) {
        return new Offer(method, path, name, summary, permission, taken, output, refuses, params, work);
    }

    public Offer gives(Output given) {
        return new Offer(method, path, name, summary, permission, input, given, refuses, params, work);
    }

    public Offer needs(String other) {
        return new Offer(method, path, name, summary, other, input, output, refuses, params, work);
    }

    public Offer refuses(Integer... statuses) {
        return new Offer(method, path, name, summary, permission, input, output, Arrays.asList(statuses), params, work);
    }

    public Offer asks(Param... taken) {
        return new Offer(method, path, name, summary, permission, input, output, refuses, Arrays.asList(taken), work);
    }

    /** What is done here is done by threads that must see it at once. */
    @Override
    public boolean repeatable() {
        return false;
    }

    @Override
    public Reply call(Ask ask) throws IOException {
        return work.call(ask);
    }
}
