package org.weir.mail.api;

import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;
import org.weir.base.api.Text;

/** A kind of letter; a whiteboard service. */
@ConsumerType
public interface MailTemplate {
    /** Never changes, unique, for example {@code org.weir.mail.mentioned}. */
    String name();

    /** What it is about, as people read it who choose what they get. */
    Text title();

    /** Whether people may choose not to get it. */
    default boolean maySilence() {
        return true;
    }

    /** @param values as given to {@link Mail#send} */
    Letter write(Map<String, ?> values);
}
