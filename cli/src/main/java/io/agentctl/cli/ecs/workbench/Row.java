package io.agentctl.cli.ecs.workbench;

import java.util.Optional;

/**
 * A service in the list.
 *
 * @param service its name
 * @param bench what was measured; nothing until it is read
 * @param choice what is tried on it
 * @param problem why nothing can be tried; empty where something can
 */
record Row(String service, Optional<Bench> bench, Choice choice, String problem) {

    Row trying(Choice other) {
        return new Row(service, bench, other, problem);
    }

    Row measured(Bench read) {
        return new Row(service, Optional.of(read), choice, "");
    }

    Row failed(String why) {
        return new Row(service, Optional.empty(), choice, why);
    }
}
