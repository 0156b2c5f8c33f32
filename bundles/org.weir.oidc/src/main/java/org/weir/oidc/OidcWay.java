package org.weir.oidc;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.oidc.Refused.Why;
import org.weir.web.api.SignInWay;

/** The button on the sign-in page. */
@Component
public final class OidcWay implements SignInWay {
    private final Connection connection;

    @Activate
    public OidcWay(@Reference Connection connection) {
        this.connection = connection;
    }

    @Override
    public String name() {
        return "oidc";
    }

    @Override
    public boolean offered() {
        return connection.signOn().isPresent();
    }

    @Override
    public Text label() {
        String label = connection.signOn().map(it -> it.values().label()).orElse("");
        return label.isEmpty() ? Text.of("oidc.label") : Text.of("web.as-is", label);
    }

    @Override
    public String href() {
        return "/oidc/start";
    }

    @Override
    public Optional<Text> problem(String code) {
        return Arrays.stream(Why.values())
                .map(why -> why.name().toLowerCase(Locale.ROOT))
                .filter(code::equals)
                .map(known -> Text.of("oidc.problem." + known))
                .findFirst();
    }
}
