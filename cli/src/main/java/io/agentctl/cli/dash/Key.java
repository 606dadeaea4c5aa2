package io.agentctl.cli.dash;

/**
 * A key that was pressed.
 *
 * @param name which
 * @param text what it types, if it types something
 */
record Key(Name name, String text) {

    /** Keys that mean something here. */
    enum Name {
        CHARACTER,
        ENTER,
        ESCAPE,
        BACKSPACE,
        UP,
        DOWN,
        PAGE_UP,
        PAGE_DOWN,
        TAB,
        BACK_TAB,
        /** Ctrl-C, Ctrl-D, or the end of the input. */
        INTERRUPT,
        UNKNOWN
    }

    static Key of(Name name) {
        return new Key(name, "");
    }

    static Key character(String text) {
        return new Key(Name.CHARACTER, text);
    }
}
