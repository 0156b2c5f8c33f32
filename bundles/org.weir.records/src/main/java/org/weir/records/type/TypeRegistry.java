package org.weir.records.type;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.base.api.Gate;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Slots;
import org.weir.base.api.Text;
import org.weir.records.api.Action;
import org.weir.records.api.Completion;
import org.weir.records.api.ComputedField;
import org.weir.records.api.Field;
import org.weir.records.api.RecordDeclaration;
import org.weir.records.api.RecordType;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Validator;

/**
 * Collects what bundles declare and contribute. A declaration that is wrong, or whose name is taken, is refused and named
 * in the log; the others stand. When the one that took a name goes, the next with the name takes its place.
 */
@Component(service = {RecordTypes.class, TypeRegistry.class})
public final class TypeRegistry implements RecordTypes {
    private static final Logger LOG = LoggerFactory.getLogger(TypeRegistry.class);

    private final Slots<RecordDeclaration> declarations;
    private final Slots<Validator> validators;
    private final Slots<Completion> completions;
    private final Slots<ComputedField> computed;
    private final Slots<Action> actions;
    private final Map<RecordDeclaration, RecordType> read = new IdentityHashMap<>();
    private final Map<Class<? extends Record>, RecordType> inputs = new ConcurrentHashMap<>();
    private volatile Snapshot types = Snapshot.EMPTY;

    @Activate
    public TypeRegistry(@Reference Gate gate) {
        Comparator<Object> asTheyCame = Comparator.comparingInt(it -> 0);
        declarations = new Slots<>(gate, asTheyCame);
        validators = new Slots<>(gate, Comparator.comparing(it -> it.getClass().getName()));
        completions = new Slots<>(gate, Comparator.comparing(it -> it.getClass().getName()));
        computed =
                new Slots<>(gate, Comparator.comparingInt(ComputedField::order).thenComparing(ComputedField::name));
        actions = new Slots<>(gate, Comparator.comparingInt(Action::order).thenComparing(Action::name));
    }

    @Reference(
            service = RecordDeclaration.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "removeDeclaration")
    public void addDeclaration(RecordDeclaration declaration) {
        synchronized (read) {
            try {
                read.put(declaration, ReadDeclaration.read(declaration.record()));
            } catch (WrongDeclaration e) {
                LOG.error("Refused: {}", e.getMessage());
                return;
            }
            declarations.add(declaration);
            arrange();
        }
    }

    public void removeDeclaration(RecordDeclaration declaration) {
        synchronized (read) {
            if (read.remove(declaration) == null) {
                return;
            }
            List<RecordDeclaration> left = new ArrayList<>(declarations.all());
            left.removeIf(it -> it == declaration);
            arrange(left);
        }
        declarations.remove(declaration);
    }

    @Reference(
            service = Validator.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "removeValidator")
    public void addValidator(Validator validator) {
        validators.add(validator);
    }

    public void removeValidator(Validator validator) {
        validators.remove(validator);
    }

    @Reference(
            service = Completion.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "removeCompletion")
    public void addCompletion(Completion completion) {
        completions.add(completion);
    }

    public void removeCompletion(Completion completion) {
        completions.remove(completion);
    }

    @Reference(
            service = ComputedField.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "removeComputed")
    public void addComputed(ComputedField field) {
        computed.add(field);
    }

    public void removeComputed(ComputedField field) {
        computed.remove(field);
    }

    @Reference(
            service = Action.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "removeAction")
    public void addAction(Action action) {
        try {
            inputs.put(action.input(), readInput(action));
        } catch (WrongDeclaration e) {
            LOG.error("Refused the action {} of {}: {}", action.name(), action.type(), e.getMessage());
            return;
        }
        actions.add(action);
    }

    public void removeAction(Action action) {
        actions.remove(action);
        if (actions.all().stream().noneMatch(it -> it.input() == action.input())) {
            inputs.remove(action.input());
        }
    }

    private void arrange() {
        arrange(declarations.all());
    }

    private void arrange(List<RecordDeclaration> inOrder) {
        List<RecordType> taken = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<String> inverses = new HashSet<>();
        for (RecordDeclaration declaration : inOrder) {
            RecordType type = read.get(declaration);
            if (type == null) {
                continue;
            }
            if (!names.add(type.name())) {
                LOG.error(
                        "Refused: {} declares the type {}, which is there already",
                        type.javaType().getName(),
                        type);
            } else if (clashes(type, inverses)) {
                names.remove(type.name());
            } else {
                taken.add(type);
            }
        }
        types = new Snapshot(taken);
    }

    private static boolean clashes(RecordType type, Set<String> inverses) {
        Set<String> own = new HashSet<>();
        for (Field field : type.fields()) {
            String inverse = field.ref() + "." + field.inverse();
            if (!field.inverse().isEmpty() && (inverses.contains(inverse) || !own.add(inverse))) {
                LOG.error(
                        "Refused: {} calls the way back {}, which is there already",
                        type.javaType().getName(),
                        inverse);
                return true;
            }
        }
        inverses.addAll(own);
        return false;
    }

    @Override
    public List<RecordType> all() {
        return types.all();
    }

    @Override
    public Optional<RecordType> find(String name) {
        return Optional.ofNullable(types.byName().get(name));
    }

    @Override
    public RecordType get(String name) {
        RecordType type = types.byName().get(name);
        if (type == null) {
            throw new ProblemException(404, Text.of("records.problem.no-type", name), List.of());
        }
        return type;
    }

    @Override
    public List<Inverse> inverses(RecordType of) {
        return types.inverses(of.name());
    }

    @Override
    public List<ComputedField> computed(RecordType type) {
        return computed.all().stream()
                .filter(it -> it.type().equals(type.name()))
                .toList();
    }

    /** Whether records of the type are what other records name as their account. */
    public boolean isAccount(RecordType type) {
        return types.isAccount(type.name());
    }

    @Override
    public List<Action> actions(RecordType type) {
        return actions.all().stream()
                .filter(it -> it.type().equals(type.name()))
                .toList();
    }

    @Override
    public RecordType input(Action action) {
        RecordType known = inputs.get(action.input());
        String name = inputName(action);
        if (known != null && known.name().equals(name)) {
            return types.asItStands(known);
        }
        try {
            return types.asItStands(readInput(action));
        } catch (WrongDeclaration e) {
            throw new IllegalStateException(e);
        }
    }

    private static RecordType readInput(Action action) throws WrongDeclaration {
        return new RecordType(new InputSpec(inputName(action)), ReadDeclaration.fields(action.input()), action.input());
    }

    private static String inputName(Action action) {
        return action.type() + ".action." + action.name();
    }

    /** The completions of the type. */
    public List<Completion> completions(RecordType type) {
        return completions.all().stream()
                .filter(it -> it.type().equals(type.name()))
                .toList();
    }

    /** The validators of the type. */
    public List<Validator> validators(RecordType type) {
        return validators.all().stream()
                .filter(it -> it.type().equals(type.name()))
                .toList();
    }
}
