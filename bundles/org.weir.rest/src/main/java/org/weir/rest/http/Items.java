package org.weir.rest.http;

import java.util.List;

/** A list in an object of its own, so that members can be added later. */
public record Items<T>(List<T> items) {}
