package org.weir.web.shell;

import gg.jte.Content;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.weir.web.asset.Assets;

/** Icons out of the sprite. */
final class Icons {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern STYLE = Pattern.compile("[a-z ]{0,20}");
    private static final int MOST = 500;

    private final Assets assets;
    private final Map<String, Content> made = new ConcurrentHashMap<>();

    Icons(Assets assets) {
        this.assets = assets;
    }

    Content icon(String name, String style) {
        if (!NAME.matcher(name).matches() || !STYLE.matcher(style).matches()) {
            return output -> {};
        }
        String sprite = assets.url("weir/icons.svg");
        if (made.size() > MOST) {
            made.clear();
        }
        return made.computeIfAbsent(sprite + '#' + name + ' ' + style, key -> {
            String classes = style.isEmpty() ? "i" : "i " + style;
            String html = "<svg class=\"" + classes + "\" aria-hidden=\"true\"><use href=\"" + sprite + "#" + name
                    + "\"></use></svg>";
            return output -> output.writeContent(html);
        });
    }

    String asset(String path) {
        return assets.url(path);
    }
}
