package org.weir.mail.letter;

/** A letter in one language. */
public record Drawn(String subject, String plain, String html) {}
