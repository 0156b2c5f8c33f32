package org.weir.records.type;

import java.util.List;

/** A declaration of a record type that cannot be taken; says everything that is wrong with it. */
public final class WrongDeclaration extends Exception {
    private static final long serialVersionUID = 1L;

    WrongDeclaration(String what, List<String> wrongs) {
        super(what + " is not a record type: " + String.join("; ", wrongs));
    }
}
