package org.weir.delivery.scheduling;

/**
 * The activity {@code to} waits for the activity {@code from}, at least {@code lag} periods (elapsed ones, not working
 * ones; negative lets them overlap).
 */
public record Link(String from, String to, LinkType type, int lag) {}
