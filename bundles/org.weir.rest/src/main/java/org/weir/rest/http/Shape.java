package org.weir.rest.http;

/** What stands in a body, as told in the OpenAPI document. */
public sealed interface Shape {
    /** One of the JSON objects of a record type: {@code read, create, replace, patch, page, stored} … */
    record OfType(String part) implements Shape {}

    /** A plain Java record. */
    record Of(Class<? extends Record> type) implements Shape {}

    /** {@code {"items": […]}} of plain Java records. */
    record ItemsOf(Class<? extends Record> type) implements Shape {}

    /** Any JSON object. */
    record Anything() implements Shape {}

    /** Octets of a media type; {@code form} when they come as the part {@code file} of a multipart form. */
    record Octets(boolean form) implements Shape {}
}
