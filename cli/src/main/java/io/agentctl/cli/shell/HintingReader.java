package io.agentctl.cli.shell;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;

/**
 * A reader that shows a hint behind what is typed. JLine's own tail tips take a list of choices away that the same key
 * asked for.
 */
final class HintingReader extends LineReaderImpl {

    /** A cursor at the very end of the screen wraps on some terminals. */
    private static final int MARGIN = 1;

    private final Styles styles;
    private final UnaryOperator<String> hints;

    /**
     * Makes a reader.
     *
     * @param hints the hint for a line whose cursor is at its end
     */
    HintingReader(Terminal terminal, Styles styles, UnaryOperator<String> hints) {
        super(terminal, "agentctl", null);
        this.styles = styles;
        this.hints = hints;
    }

    @Override
    public AttributedString getDisplayedBufferWithPrompts(List<AttributedString> secondaryPrompts) {
        AttributedString line = super.getDisplayedBufferWithPrompts(secondaryPrompts);
        // The last drawing, after which the line is run, is without a hint.
        boolean typing = state == State.NORMAL && doAutosuggestion && searchTerm == null && post == null;
        boolean atEnd = buf.length() > 0 && buf.cursor() == buf.length();
        if (!typing || !atEnd || !secondaryPrompts.isEmpty()) {
            return line;
        }
        String hint = hint(hints.apply(buf.toString()), size.getColumns() - line.columnLength() - MARGIN);
        return hint.isEmpty() ? line : AttributedString.join(AttributedString.EMPTY, line, styles.hint(hint));
    }

    /** Without colour nothing else tells it from what was typed. */
    private String hint(String hint, int room) {
        String told = styles.colour() || hint.isBlank() ? hint : "  (" + hint.strip() + ")";
        return told.length() <= room ? told : told.substring(0, Math.max(0, room));
    }
}
