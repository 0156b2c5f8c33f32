package org.weir.itest.faults;

/** A component that cannot be made. */
public final class BrokenPart {
    static final String DESCRIPTION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
            + "<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.4.0\" name=\"test.part\" immediate=\"true\">"
            + "<implementation class=\"" + BrokenPart.class.getName() + "\"/></scr:component>";

    public BrokenPart() {
        throw new IllegalStateException("the modem is not plugged in");
    }
}
