package io.agentctl.cli.config;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.settings.TextFile;
import io.agentctl.control.settings.UserConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The user's configuration as a text that is theirs: one line is changed, comments and order stay.
 *
 * @param path where it is, whether it exists or not
 */
public record UserConfigFile(Path path) {

    private static final Pattern CURRENT = Pattern.compile("(?m)^currentContext:.*$");

    /**
     * Makes a context the current one.
     *
     * @throws AgentctlException BAD_CONFIGURATION if there is none of the name, or the file is malformed
     */
    public ConfigUse.Result use(String name) {
        TextFile file = TextFile.read(path).orElse(new TextFile(path, ""));
        UserConfig.parse(file).context(name);
        write(withCurrent(file.text(), name));
        return new ConfigUse.Result(name, path);
    }

    static String withCurrent(String text, String name) {
        String line = "currentContext: " + (name.matches("[A-Za-z][A-Za-z0-9_-]*") ? name : quoted(name));
        Matcher current = CURRENT.matcher(text);
        return current.find() ? current.replaceFirst(Matcher.quoteReplacement(line)) : line + "\n" + text;
    }

    private static String quoted(String name) {
        return "'" + name.replace("'", "''") + "'";
    }

    /** Writes beside and moves over, so that a crash leaves the old file or the new one. */
    private void write(String text) {
        try {
            Files.createDirectories(path.getParent());
            Path target = Files.exists(path) ? path.toRealPath() : path;
            Path fresh = Files.createTempFile(target.getParent(), "config", ".yaml");
            Files.writeString(fresh, text);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new AgentctlException(ErrorCode.FAILED, "cannot write " + path + ": " + e.getMessage(), "", null, e);
        }
    }
}
