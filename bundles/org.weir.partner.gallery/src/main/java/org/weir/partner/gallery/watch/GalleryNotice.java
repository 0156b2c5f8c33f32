package org.weir.partner.gallery.watch;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Notice;
import org.weir.base.api.Text;
import org.weir.partner.gallery.setting.GallerySettings;

/** Above every page, while IT has something to say to everybody. */
@Component
public final class GalleryNotice implements Notice {
    private final GallerySettings settings;

    @Activate
    public GalleryNotice(@Reference GallerySettings settings) {
        this.settings = settings;
    }

    @Override
    public Optional<Text> now() {
        String words = settings.notice();
        return words.isEmpty() ? Optional.empty() : Optional.of(Text.of("gallery.notice", words));
    }
}
