package org.weir.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a file of {@code conf/} as the running suite will: {@code ${env:NAME:-default}} is the environment's value,
 * {@code ${name}} a property of the launcher.
 */
final class Settings {
    private static final Pattern PLACE = Pattern.compile("\\$\\{(?:env:)?([\\w.]+)(?::-([^{}]*))?}");

    private final Map<String, String> environment;
    private final Map<String, String> properties;

    Settings(Map<String, String> environment, Map<String, String> properties) {
        this.environment = environment;
        this.properties = properties;
    }

    /** The settings of one file, places filled in; none when there is no such file. */
    Properties read(Path file) throws CannotStart {
        Properties read = new Properties();
        if (Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                read.load(in);
            } catch (IOException | IllegalArgumentException e) {
                throw new CannotStart("The settings in " + file + " cannot be read: " + e.getMessage() + ".");
            }
        }
        Properties filled = new Properties();
        read.stringPropertyNames().forEach(key -> filled.setProperty(key, fill(read.getProperty(key))));
        return filled;
    }

    /** Fills places from the inside out, so that a default may itself contain a place. */
    private String fill(String value) {
        String filled = value;
        for (Matcher place = PLACE.matcher(filled); place.find(); place = PLACE.matcher(filled)) {
            String name = place.group(1);
            String fallback = place.group(2) == null ? "" : place.group(2);
            boolean fromEnvironment = place.group().startsWith("${env:");
            String found = (fromEnvironment ? environment : properties).getOrDefault(name, fallback);
            filled = filled.substring(0, place.start()) + found + filled.substring(place.end());
        }
        return filled;
    }
}
