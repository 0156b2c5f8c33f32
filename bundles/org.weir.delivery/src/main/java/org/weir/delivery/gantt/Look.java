package org.weir.delivery.gantt;

/**
 * What a Gantt is to show.
 *
 * @param title the project's; empty for all projects
 * @param data the address of the plan
 * @param project the address of the project's page; empty for all projects
 * @param list the address of the same tasks as a list
 */
public record Look(String title, String data, String project, String list) {}
