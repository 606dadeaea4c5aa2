package io.agentctl.cli.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that a page shows: a block whose first line is a comment with the file's name, such as {@code # tokens.yaml},
 * or the example that a guide is about.
 *
 * @param name of the file
 * @param text the whole block
 */
record FencedFile(String name, String text) {

    private static final Pattern BLOCK = Pattern.compile(
            "^```\\w*\\n(# ([\\w.-]+\\.(?:yaml|json|csv))(?:\\s.*)?\\n.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private static final Pattern EXAMPLE = Pattern.compile("^```yaml\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private static final Map<String, String> EXAMPLES =
            Map.of("policies.md", "reasoning.yaml", "windows.md", "windows.yaml");

    static List<FencedFile> of(Path page) throws IOException {
        List<FencedFile> files = new ArrayList<>();
        String text = Files.readString(page);
        String example = EXAMPLES.get(page.getFileName().toString());
        Matcher first = EXAMPLE.matcher(text);
        if (example != null && first.find()) {
            files.add(new FencedFile(example, first.group(1)));
        }
        Matcher matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            files.add(new FencedFile(matcher.group(2), matcher.group(1)));
        }
        return files;
    }
}
