package org.weir.search.text;

/**
 * A piece of a text.
 *
 * @param term folded; of a Chinese run, the run
 * @param start in the text, in UTF-16 units; {@code end} exclusive
 * @param chinese a run of Chinese (or Japanese) characters, otherwise letters and digits
 */
public record Token(String term, int start, int end, boolean chinese) {}
