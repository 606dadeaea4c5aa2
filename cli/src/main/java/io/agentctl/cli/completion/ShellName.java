package io.agentctl.cli.completion;

/** Shells that can complete commands. */
public enum ShellName {
    BASH("bash.txt", "agentctl.bash"),
    ZSH("zsh.txt", "_agentctl"),
    FISH("fish.txt", "agentctl.fish");

    private final String part;
    private final String file;

    ShellName(String part, String file) {
        this.part = part;
        this.file = file;
    }

    /** What of its script is written by hand. */
    String part() {
        return part;
    }

    /** The name of the file under which the shell finds its script. */
    String file() {
        return file;
    }
}
