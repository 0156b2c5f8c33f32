package org.weir.web.shell;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import org.weir.base.api.Texts;
import org.weir.web.asset.Assets;

/** The texts that scripts say, as one JSON object per language under a hash. */
public final class ScriptTexts {
    private record Made(Set<String> keys, String json, String hash) {}

    private final Texts texts;
    private final Assets assets;
    private final Map<Locale, Made> made = new ConcurrentHashMap<>();

    public ScriptTexts(Texts texts, Assets assets) {
        this.texts = texts;
        this.assets = assets;
    }

    String address(Locale locale) {
        return "/texts/" + made(locale).hash() + "/" + locale.toLanguageTag() + ".json";
    }

    String json(Locale locale) {
        return made(locale).json();
    }

    private Made made(Locale locale) {
        Set<String> keys = assets.scriptKeys();
        Made known = made.get(locale);
        if (known == null || !known.keys().equals(keys)) {
            String json = write(locale, keys);
            CRC32 crc = new CRC32();
            crc.update(json.getBytes(StandardCharsets.UTF_8));
            known = new Made(keys, json, HexFormat.of().toHexDigits((int) crc.getValue()));
            made.put(locale, known);
        }
        return known;
    }

    private String write(Locale locale, Set<String> keys) {
        return Json.write(json -> {
            json.writeStartObject();
            for (String key : keys) {
                json.writeStringField(key, texts.text(locale, key));
            }
            json.writeEndObject();
        });
    }
}
