package org.weir.records.type;

import java.lang.annotation.Annotation;
import org.weir.records.api.RecordSpec;

/** Stands for the declaration that the input of an action does not have: a name, no table. */
@SuppressWarnings("ClassExplicitlyAnnotation")
record InputSpec(String name) implements RecordSpec {
    @Override
    public Class<? extends Annotation> annotationType() {
        return RecordSpec.class;
    }

    @Override
    public String schema() {
        return "";
    }

    @Override
    public String table() {
        return "";
    }

    @Override
    public String icon() {
        return "";
    }

    @Override
    public String section() {
        return "";
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public String[] visibleThrough() {
        return new String[0];
    }

    @Override
    public String sort() {
        return "";
    }

    @Override
    public String timeline() {
        return "";
    }

    @Override
    public String[] keys() {
        return new String[0];
    }

    @Override
    public boolean reckoned() {
        return false;
    }
}
