package org.weir.partner.gallery.watch;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.partner.gallery.setting.GallerySettings;
import org.weir.web.api.SignInWay;

/**
 * A button on the sign-in page, once IT has said where the badges are read. Whoever answers there makes sure of the person
 * and calls {@code Access.admit}; {@code org.weir.oidc} is a whole one.
 */
@Component
public final class BadgeWay implements SignInWay {
    private final GallerySettings settings;

    @Activate
    public BadgeWay(@Reference GallerySettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "badge";
    }

    @Override
    public boolean offered() {
        return settings.badge().startsWith("/");
    }

    @Override
    public Text label() {
        return Text.of("gallery.badge");
    }

    @Override
    public String href() {
        return settings.badge();
    }

    @Override
    public Optional<Text> problem(String code) {
        return code.equals("unknown") ? Optional.of(Text.of("gallery.badge-unknown")) : Optional.empty();
    }
}
