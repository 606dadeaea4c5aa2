package io.agentctl.cli.completion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The scripts by which shells complete commands: what reads the line is written by hand, in a file for each shell, and
 * the tables that it looks words up in are made from the command tree. Only names of what there is need the program
 * itself.
 */
final class Scripts {

    private Scripts() {}

    /** The script of a shell; the same table gives the same text. */
    static String of(ShellName shell, CommandTable table) {
        Tables tables = new Tables(
                switch (shell) {
                    case BASH, ZSH -> new PosixDialect();
                    case FISH -> new FishDialect();
                });
        return part(shell.part())
                .replace("%walk%", part("walk.txt"))
                .replace("%tables%", tables.of(table).stripTrailing() + "\n");
    }

    private static String part(String name) {
        try (InputStream text = Scripts.class.getResourceAsStream(name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
