package org.weir.rest.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the route of a request. Literals win over variables. */
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
        TreeSet<String> all = new TreeSet<>();
        find(root, path, 0, node -> {
            all.addAll(node.methods.keySet());
            return false;
        });
        if (all.isEmpty()) {
            return null;
        }
        all.add("OPTIONS");
        if (all.contains("GET")) {
            all.add("HEAD");
        }
        return new ArrayList<>(all);
    }

    @Nullable
    Match match(String method, List<String> path) {
        String served = method.equals("HEAD") ? "GET" : method;
        Node node = find(root, path, 0, it -> it.methods.containsKey(served));
        Route route = node == null ? null : node.methods.get(served);
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

    /** A literal wins, unless it leads nowhere: {@code /thing/{id}/plan} leaves {@code /{type}} to things. */
    private static @Nullable Node find(Node from, List<String> path, int at, Predicate<Node> wanted) {
        if (at == path.size()) {
            return wanted.test(from) ? from : null;
        }
        Node literal = from.literals.get(path.get(at));
        Node found = literal == null ? null : find(literal, path, at + 1, wanted);
        return found != null || from.variable == null ? found : find(from.variable, path, at + 1, wanted);
    }
}
