package org.weir.records.sheet;

import java.nio.charset.Charset;

/**
 * The charset of a text file.
 *
 * @param charset the charset, chosen or detected
 * @param certain false when it is the best guess only and a person should look at the preview and may choose another
 */
public record Encoding(Charset charset, boolean certain) {}
