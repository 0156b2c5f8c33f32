package org.weir.mail.outbox;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.rest.api.Operation;
import org.weir.rest.api.Reply;

/** {@code POST /api/letters/{id}/resend}. */
@Component(service = Operation.class)
public final class ResendLetter implements Operation {
    private final PostOffice office;

    @Activate
    public ResendLetter(@Reference PostOffice office) {
        this.office = office;
    }

    @Override
    public Method method() {
        return Method.POST;
    }

    @Override
    public String path() {
        return "/letters/{id}/resend";
    }

    @Override
    public String name() {
        return "resendLetter";
    }

    @Override
    public Text summary() {
        return Text.of("mail.resend");
    }

    @Override
    public String permission() {
        return MailPermissions.ADMINISTER;
    }

    @Override
    public Output output() {
        return Output.NOTHING;
    }

    @Override
    public List<Integer> refuses() {
        return List.of(404, 409);
    }

    @Override
    public Reply call(Ask ask) {
        office.resend(ask.pathId("id"));
        return Reply.nothing();
    }
}
