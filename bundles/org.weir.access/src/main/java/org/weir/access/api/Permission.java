package org.weir.access.api;

import org.weir.base.api.Text;

/**
 * Something that can be granted.
 *
 * @param code for example {@code account:read}: a subject, a colon, an action; lower case
 * @param text what it allows, in the reader's words
 */
public record Permission(String code, Text text) {}
