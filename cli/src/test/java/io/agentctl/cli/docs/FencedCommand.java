package io.agentctl.cli.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command of the program in a fenced block of a page.
 *
 * @param page its file's name
 * @param line where it stands, from 1
 * @param text as it is printed there, without prompt and comment
 */
public record FencedCommand(String page, int line, String text) {

    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S+)");
    private static final Pattern COMMENT = Pattern.compile("\\s+#(\\s.*)?$");
    private static final String PROMPT = "$ ";
    private static final String PROGRAM = "agentctl";

    /**
     * All of a page, in order. A block that shows prompts has commands only behind them; of several that are joined,
     * the first counts.
     */
    public static List<FencedCommand> of(Path page) {
        List<String> lines = lines(page);
        List<FencedCommand> found = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            if (!lines.get(at).startsWith("```")) {
                at++;
                continue;
            }
            int end = at + 1;
            while (!lines.get(end).startsWith("```")) {
                end++;
            }
            addAll(page.getFileName().toString(), lines.subList(at + 1, end), at + 2, found);
            at = end + 1;
        }
        return found;
    }

    private static void addAll(String page, List<String> block, int first, List<FencedCommand> found) {
        boolean prompts = block.stream().anyMatch(line -> line.startsWith(PROMPT));
        StringBuilder whole = new StringBuilder();
        for (int at = 0; at < block.size(); at++) {
            String line = block.get(at);
            whole.append(prompts && line.startsWith(PROMPT) ? line.substring(PROMPT.length()) : line);
            if (line.endsWith("\\")) {
                whole.setLength(whole.length() - 1);
                continue;
            }
            String text = COMMENT.matcher(whole)
                    .replaceFirst("")
                    .split(" && | \\| ", 2)[0]
                    .strip();
            whole.setLength(0);
            if ((!prompts || line.startsWith(PROMPT)) && (text.equals(PROGRAM) || text.startsWith(PROGRAM + " "))) {
                found.add(new FencedCommand(page, first + at, text));
            }
        }
    }

    private static List<String> lines(Path page) {
        try {
            return Files.readAllLines(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words behind the program's name, as a shell splits them; without where the output goes. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text.contains(" > ") ? text.substring(0, text.indexOf(" > ")) : text);
        while (matcher.find()) {
            words.add(
                    matcher.group(1) != null
                            ? matcher.group(1)
                            : matcher.group(2) != null ? matcher.group(2) : matcher.group(3));
        }
        return words.subList(1, words.size());
    }

    /** The file that its output goes to. */
    Optional<String> output() {
        int at = text.indexOf(" > ");
        return at < 0 ? Optional.empty() : Optional.of(text.substring(at + 3).strip());
    }

    @Override
    public String toString() {
        return page + ":" + line + ": " + text;
    }
}
