package io.agentctl.cli.screen;

/**
 * A key that was pressed.
 *
 * @param name which
 * @param text what it types, if it types something
 */
public record Key(Name name, String text) {

    /** Keys that mean something here. */
    public enum Name {
        CHARACTER,
        ENTER,
        ESCAPE,
        BACKSPACE,
        UP,
        DOWN,
        LEFT,
        RIGHT,
        PAGE_UP,
        PAGE_DOWN,
        TAB,
        BACK_TAB,
        /** Text that was pasted, whatever it holds: never a command. */
        PASTED,
        /** Ctrl-C, Ctrl-D, or the end of the input. */
        INTERRUPT,
        UNKNOWN
    }

    public static Key of(Name name) {
        return new Key(name, "");
    }

    public static Key pasted(String text) {
        return new Key(Name.PASTED, text);
    }

    public static Key character(String text) {
        return new Key(Name.CHARACTER, text);
    }
}
