package io.agentctl.cli.shell;

import io.agentctl.cli.output.Tone;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * Tones as JLine draws them.
 *
 * @param colour whether there is any
 */
record Styles(boolean colour) {

    AttributedString of(Tone tone, String text) {
        return new AttributedString(text, style(tone));
    }

    /** Faint, where there is colour. */
    AttributedString hint(String text) {
        return of(Tone.FAINT, text);
    }

    AttributedString of(List<Highlighting.Span> spans) {
        AttributedStringBuilder line = new AttributedStringBuilder();
        spans.forEach(span -> line.append(of(span.tone(), span.text())));
        return line.toAttributedString();
    }

    private AttributedStyle style(Tone tone) {
        AttributedStyle plain = AttributedStyle.DEFAULT;
        if (!colour) {
            return plain;
        }
        return switch (tone) {
            case PLAIN -> plain;
            case STRONG -> plain.bold();
            case FAINT -> plain.faint();
            case ACCENT -> plain.foreground(AttributedStyle.CYAN);
            case GOOD -> plain.foreground(AttributedStyle.GREEN);
            case WARNING -> plain.foreground(AttributedStyle.YELLOW);
            case BAD -> plain.foreground(AttributedStyle.RED);
            case ALERT -> plain.foreground(AttributedStyle.WHITE).background(AttributedStyle.RED);
        };
    }
}
