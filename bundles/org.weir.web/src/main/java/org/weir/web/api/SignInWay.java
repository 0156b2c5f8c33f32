package org.weir.web.api;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.weir.base.api.Text;

/** Another way to sign in than by password, offered on the sign-in page as a button; a whiteboard service. */
@ConsumerType
public interface SignInWay {
    /** Unique, in a URL: {@code oidc}. */
    String name();

    /** Whether it is set up; without, there is no button. */
    boolean offered();

    /** On the button. */
    Text label();

    /** Where the button leads; the page to go back to is added as {@code ?back=}. */
    String href();

    /** What to say when one comes back without success, by the code given as {@code /sign-in?NAME=CODE}. */
    Optional<Text> problem(String code);
}
