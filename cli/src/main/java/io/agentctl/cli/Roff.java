package io.agentctl.cli;

import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Writes a manual page in the macros of man(7), which groff, mandoc and their kin read. */
final class Roff {

    /**
     * What a terminal or a copied line must show as it was written: roff makes quotes, hyphens and accents of these.
     */
    private static final Map<Integer, String> SPECIAL = Map.of(
            (int) '\\', "\\(rs",
            (int) '-', "\\-",
            (int) '\'', "\\(aq",
            (int) '`', "\\(ga",
            (int) '^', "\\(ha",
            (int) '~', "\\(ti",
            (int) '"', "\\(dq");

    /** A word of what is typed: an option, a name, or a placeholder in capitals. */
    private static final Pattern WORD = Pattern.compile("-{0,2}[A-Za-z][A-Za-z0-9_-]*");

    private static final Pattern PLACEHOLDER = Pattern.compile("[A-Z][A-Z0-9_-]*");

    private final StringBuilder text = new StringBuilder();

    /** The heading of a page of section 1, which comes first. Names of pages are not to be hyphenated. */
    Roff title(String name, String date, String source) {
        text.append(".TH \"%s\" \"1\" \"%s\" \"%s\" \"agentctl manual\"\n"
                .formatted(plain(name.toUpperCase(Locale.ROOT)), date, plain(source)));
        text.append(".nh\n.ad l\n");
        return this;
    }

    Roff section(String name) {
        return macro("SH", name);
    }

    Roff paragraph(String roff) {
        return macro("PP").line(roff);
    }

    /** A line of a list: what it is about, and what is said of it. */
    Roff item(String label, String description) {
        return macro("TP").line(label).line(description);
    }

    /** Lines as they are typed, not filled. */
    Roff example(Iterable<String> lines) {
        macro("RS", "4").macro("EX");
        lines.forEach(line -> line(plain(line)));
        return macro("EE").macro("RE");
    }

    /** A line of text, which is no macro whatever it begins with. */
    Roff line(String roff) {
        boolean control = roff.startsWith(".") || roff.startsWith("'");
        text.append(control ? "\\&" : "").append(roff).append('\n');
        return this;
    }

    /** Text that shows as it is. */
    static String plain(String text) {
        StringBuilder roff = new StringBuilder();
        text.codePoints().forEach(character -> roff.append(shown(character)));
        return roff.toString();
    }

    private static String shown(int character) {
        return character > 0x7e
                ? "\\[u%04X]".formatted(character)
                : SPECIAL.getOrDefault(character, Character.toString(character));
    }

    static String bold(String text) {
        return "\\fB" + plain(text) + "\\fR";
    }

    /** What is typed: names and options are bold, placeholders cursive. */
    static String typed(String text) {
        StringBuilder roff = new StringBuilder();
        int end = 0;
        for (MatchResult word : WORD.matcher(text).results().toList()) {
            roff.append(plain(text.substring(end, word.start())));
            boolean placeholder = PLACEHOLDER.matcher(word.group()).matches();
            roff.append(placeholder ? "\\fI" + plain(word.group()) + "\\fR" : bold(word.group()));
            end = word.end();
        }
        return roff.append(plain(text.substring(end))).toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private Roff macro(String name, String... arguments) {
        text.append('.').append(name);
        for (String argument : arguments) {
            text.append(" \"").append(plain(argument)).append('"');
        }
        text.append('\n');
        return this;
    }
}
