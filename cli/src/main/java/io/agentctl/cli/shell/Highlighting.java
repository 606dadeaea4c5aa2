package io.agentctl.cli.shell;

import io.agentctl.cli.completion.Expected;
import io.agentctl.cli.completion.NameKind;
import io.agentctl.cli.output.Tone;
import java.util.ArrayList;
import java.util.List;

/**
 * What words look like while they are typed: commands that there are, options, names that are known, and what nobody
 * knows.
 */
record Highlighting(Completion completion) {

    /** A stretch of the line in one tone. */
    record Span(String text, Tone tone) {}

    /** The line, all of it, in spans. */
    List<Span> spans(String line) {
        List<Span> spans = new ArrayList<>();
        Words words = Words.of(line);
        Reading reading = completion.grammar().read(words.words());
        int at = 0;
        for (Token token : reading.tokens()) {
            add(line, at, token.word().start(), Tone.PLAIN, spans);
            add(line, token.word().start(), token.word().end(), tone(token, words, reading), spans);
            at = token.word().end();
        }
        add(line, at, line.length(), Tone.PLAIN, spans);
        return spans;
    }

    private static void add(String line, int from, int until, Tone tone, List<Span> spans) {
        if (from < until) {
            spans.add(new Span(line.substring(from, until), tone));
        }
    }

    private Tone tone(Token token, Words words, Reading reading) {
        return switch (token.kind()) {
            case COMMAND -> Tone.STRONG;
            case OPTION -> Tone.ACCENT;
            case VALUE, PARAMETER -> isKnownName(token, reading) ? Tone.GOOD : Tone.PLAIN;
            // What is still being typed is no mistake as long as it may become something.
            case UNKNOWN ->
                token.word().equals(words.last()) && !completion.suggest(words).isEmpty() ? Tone.PLAIN : Tone.BAD;
        };
    }

    /** What is no argument of the program is the context of {@code use}. */
    private boolean isKnownName(Token token, Reading reading) {
        if (token.argument().isEmpty()) {
            return completion.names().of(NameKind.CONTEXT).contains(token.value());
        }
        return Expected.of(reading.path(), token.argument().get()) instanceof Expected.NameOf name
                && name.kind() != NameKind.FILE
                && completion.names().of(name.kind()).contains(token.value());
    }
}
