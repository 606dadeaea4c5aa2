package io.agentctl.cli.terminal;

import io.agentctl.cli.option.Flags;
import io.agentctl.cli.option.Verbosity;
import io.agentctl.cli.output.Document;
import io.agentctl.cli.output.Printer;
import io.agentctl.cli.output.Printers;
import io.agentctl.cli.output.Theme;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.terminal.Streams.Stream;
import io.agentctl.control.progress.ProgressListener;
import java.io.BufferedReader;
import java.io.PrintWriter;

/** What a verb talks through: results to stdout, everything else to stderr, questions to the terminal. */
public final class Console {

    private final Flags flags;
    private final Printer printer;
    private final Printer aside;
    private final PrintWriter out;
    private final PrintWriter talk;
    private final Theme theme;
    private final Progress progress;
    private final Questions questions;

    private Console(
            Flags flags,
            Printer printer,
            Printer aside,
            PrintWriter out,
            PrintWriter talk,
            Theme theme,
            Progress progress,
            Questions questions) {
        this.flags = flags;
        this.printer = printer;
        this.aside = aside;
        this.out = out;
        this.talk = talk;
        this.theme = theme;
        this.progress = progress;
        this.questions = questions;
    }

    /**
     * Opens the console of one command.
     *
     * @param out for results
     * @param talk for everything else
     * @param answers what the user types
     * @throws io.agentctl.control.error.AgentctlException USAGE if {@code --query} does not parse
     */
    public static Console open(
            Flags flags,
            Streams streams,
            PrintWriter out,
            PrintWriter talk,
            BufferedReader answers,
            Interrupts interrupts) {
        Theme outTheme = theme(streams.results(), flags);
        Theme talkTheme = theme(streams.talk(), flags);
        Progress progress = Progress.on(streams.talk(), talk, talkTheme, flags.verbosity(), interrupts);
        return new Console(
                flags,
                Printers.printer(
                        flags.output(), out, outTheme, streams.results().columns()),
                Printers.aside(talk, talkTheme, streams.talk().columns()),
                out,
                talk,
                talkTheme,
                progress,
                new Questions(flags.consent(), streams.questions(), talk, answers));
    }

    /** The global options of this command. */
    public Flags flags() {
        return flags;
    }

    /** Prints a result to stdout as the user asked for it. */
    public void print(Document document) {
        progress.clear();
        printer.print(document);
    }

    /** Prints a result of a command that goes on, so that it is seen at once. */
    public void printNow(Document document) {
        print(document);
        out.flush();
    }

    /** Shows something to stderr, for people, such as a plan that is about to be confirmed. */
    public void show(Document document) {
        progress.clear();
        aside.print(document);
        talk.flush();
    }

    /** Says a sentence on stderr; not with {@code --quiet}. */
    public void say(String sentence) {
        tell(Tone.PLAIN, sentence);
    }

    /** Says a sentence that the user should not miss on stderr; not with {@code --quiet}. */
    public void warn(String sentence) {
        tell(Tone.WARNING, sentence);
    }

    /** What a use case reports to, and where it hears of Ctrl-C. */
    public ProgressListener progress() {
        return progress;
    }

    /**
     * Asks whether to go on; {@code --yes} is an answer.
     *
     * @param question such as {@code Apply these 2 changes?}
     * @throws io.agentctl.control.error.AgentctlException READ_ONLY with {@code --read-only}, USAGE where nobody can be
     *     asked, FAILED if the answer is no
     */
    public void confirm(String question) {
        progress.clear();
        questions.confirm(question);
    }

    /**
     * Asks for the name of what would be lost for good; {@code --yes} is an answer.
     *
     * @param what happens, a sentence
     * @param name what must be typed
     * @throws io.agentctl.control.error.AgentctlException as {@link #confirm}
     */
    public void confirmIrreversible(String what, String name) {
        progress.clear();
        questions.confirmByName(what, name);
    }

    private void tell(Tone tone, String sentence) {
        if (flags.verbosity() != Verbosity.QUIET) {
            progress.clear();
            talk.println(theme.paint(tone, sentence));
            talk.flush();
        }
    }

    private static Theme theme(Stream stream, Flags flags) {
        return new Theme(stream.colour() && !flags.noColor(), stream.unicode());
    }
}
