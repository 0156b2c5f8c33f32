package org.weir.rest.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the route of a request. Literals win over variables where both lead to a route. */
public final class Router {
    /** @param variables by name */
    record Match(Route route, Map<String, String> variables) {}

    private static final class Node {
        private final Map<String, Node> literals = new HashMap<>();
        private final Map<String, Route> methods = new TreeMap<>();
        private @Nullable Node variable;

        private Node child(String segment) {
            if (!segment.startsWith("{")) {
                return literals.computeIfAbsent(segment, it -> new Node());
            }
            Node next = variable;
            if (next == null) {
                next = new Node();
                variable = next;
            }
            return next;
        }
    }

    private final Node root = new Node();
    private final List<Route> routes;

    public Router(List<Route> routes) {
        this.routes = List.copyOf(routes);
        for (Route route : routes) {
            Node node = root;
            for (String segment : route.segments()) {
                node = node.child(segment);
            }
            if (route.permission().isEmpty()) {
                throw new IllegalArgumentException(route.path() + " declares no permission");
            }
            if (node.methods.put(route.method(), route) != null) {
                throw new IllegalArgumentException(route.method() + " " + route.path() + " is there twice");
            }
        }
    }

    public List<Route> routes() {
        return routes;
    }

    /** The methods that the path knows, null when there is no such path. */
    @Nullable
    List<String> allowed(List<String> path) {
        Node node = node(root, path, 0);
        if (node == null) {
            return null;
        }
        TreeSet<String> all = new TreeSet<>(node.methods.keySet());
        all.add("OPTIONS");
        if (all.contains("GET")) {
            all.add("HEAD");
        }
        return new ArrayList<>(all);
    }

    @Nullable
    Match match(String method, List<String> path) {
        Node node = node(root, path, 0);
        Route route = node == null ? null : node.methods.get(method.equals("HEAD") ? "GET" : method);
        if (route == null) {
            return null;
        }
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String segment = route.segments().get(i);
            if (segment.startsWith("{")) {
                variables.put(segment.substring(1, segment.length() - 1), path.get(i));
            }
        }
        return new Match(route, variables);
    }

    /** Where the path leads and something answers; a way over a literal that leads nowhere gives way to a variable. */
    private static @Nullable Node node(Node at, List<String> path, int depth) {
        if (depth == path.size()) {
            return at.methods.isEmpty() ? null : at;
        }
        Node literal = at.literals.get(path.get(depth));
        Node found = literal == null ? null : node(literal, path, depth + 1);
        Node variable = at.variable;
        return found != null || variable == null ? found : node(variable, path, depth + 1);
    }
}
