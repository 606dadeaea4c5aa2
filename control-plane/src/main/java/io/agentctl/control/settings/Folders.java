package io.agentctl.control.settings;

import java.nio.file.Path;
import java.util.Map;

/** Where the program keeps things, by the XDG base directory specification. */
public final class Folders {

    private static final String PROGRAM = "agentctl";

    private Folders() {}

    /** The user's configuration, {@code ~/.config/agentctl}. */
    public static Path config(Map<String, String> environment) {
        return folder(environment, "XDG_CONFIG_HOME", ".config");
    }

    /** What is kept between runs: journals, the sandbox's state; {@code ~/.local/state/agentctl}. */
    public static Path state(Map<String, String> environment) {
        return folder(environment, "XDG_STATE_HOME", ".local/state");
    }

    /** What can be fetched or computed again; {@code ~/.cache/agentctl}. */
    public static Path cache(Map<String, String> environment) {
        return folder(environment, "XDG_CACHE_HOME", ".cache");
    }

    /** The user's home folder. */
    static Path home(Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", "");
        return Path.of(home.isEmpty() ? System.getProperty("user.home") : home);
    }

    private static Path folder(Map<String, String> environment, String variable, String usual) {
        String folder = environment.getOrDefault(variable, "");
        // The specification says to ignore a relative path.
        return (folder.startsWith("/") ? Path.of(folder) : home(environment).resolve(usual)).resolve(PROGRAM);
    }
}
