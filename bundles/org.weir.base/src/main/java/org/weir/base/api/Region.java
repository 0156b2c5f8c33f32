package org.weir.base.api;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/** What differs between the places where Weir is deployed; brought by a bundle {@code org.weir.region.*}. */
@ConsumerType
public interface Region {
    /** Short lower-case code, for example {@code eu}. */
    String code();

    /** The language of people who have not chosen one. */
    Locale locale();

    ZoneId zone();

    Currency currency();

    /** Public holidays of the year: date to text key of the name. */
    Map<LocalDate, String> holidays(int year);

    /** Text key of the data-protection notice shown at sign-in and in the foot. */
    String privacyText();
}
