package org.weir.relationship.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name under which companies of one group trade, for comparing: without case, marks, what stands in brackets or behind
 * a slash, and the legal form. {@code "Vodafone (Pty) Ltd."} and {@code "VODAFONE / Safaricom"} are both {@code vodafone}.
 */
final class Brand {
    private static final Pattern ASIDE = Pattern.compile("\\([^)]*\\)|（[^）]*）|[/|].*$");
    private static final Pattern LEGAL_FORM = Pattern.compile(
            "\\b(ltd|limited|inc|incorporated|llc|plc|corp|corporation|co|company|gmbh|ag|sa|s a|spa|s p a|bv|nv|ab|as|oy|oyj|"
                    + "pty|pvt|private|sarl|srl|jsc|ojsc|pjsc)\\b|有限公司|股份|集团");
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}\\p{N}&+-]+");
    private static final Pattern MARK = Pattern.compile("\\p{M}+");

    private Brand() {}

    /** Empty when nothing is left to compare. */
    static String of(String name) {
        String plain =
                MARK.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        String core = NOT_A_LETTER
                .matcher(ASIDE.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" "))
                .replaceAll(" ");
        return LEGAL_FORM.matcher(core).replaceAll(" ").replaceAll("\\s+", " ").strip();
    }
}
