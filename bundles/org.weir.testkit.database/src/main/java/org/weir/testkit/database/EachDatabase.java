package org.weir.testkit.database;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.weir.store.api.Dialect;

/** Runs a test once for each database. */
final class EachDatabase implements TestTemplateInvocationContextProvider {
    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        return Arrays.stream(Dialect.values()).map(On::new);
    }

    private record On(Dialect dialect) implements TestTemplateInvocationContext {
        @Override
        public String getDisplayName(int invocation) {
            return dialect.name();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new Fresh(dialect));
        }
    }

    private static final class Fresh implements ParameterResolver, AfterEachCallback {
        private final Dialect dialect;
        private @Nullable TestDatabase database;

        Fresh(Dialect dialect) {
            this.dialect = dialect;
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == TestDatabase.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            TestDatabase fresh = database;
            if (fresh == null) {
                fresh = TestDatabase.open(dialect, schemas(context));
                database = fresh;
            }
            return fresh;
        }

        @Override
        public void afterEach(ExtensionContext context) {
            if (database != null) {
                database.close();
            }
        }

        private static String[] schemas(ExtensionContext context) {
            Schemas schemas = context.getRequiredTestClass().getAnnotation(Schemas.class);
            if (schemas == null) {
                throw new ExtensionConfigurationException(
                        context.getRequiredTestClass().getName() + " lacks @Schemas");
            }
            return schemas.value();
        }
    }
}
