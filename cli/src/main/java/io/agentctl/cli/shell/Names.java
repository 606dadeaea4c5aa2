package io.agentctl.cli.shell;

import io.agentctl.cli.completion.NameKind;
import java.util.List;

/** The names that there are. */
@FunctionalInterface
interface Names {

    /** No names at all. */
    Names NONE = kind -> List.of();

    /** Those that are known now. Never waits: what is not known yet is missing. */
    List<String> of(NameKind kind);
}
