package io.agentctl.control.journal;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A world that survives the process: a file for each setting. Its handlers look before they act, as real ones do. */
final class FileWorld {

    private final Path directory;

    FileWorld(Path directory) {
        this.directory = directory;
    }

    /** A step that sets {@code name} from one value to another. */
    static Step set(String name, String from, String to) {
        return Step.change(
                "set " + name,
                Action.of("world.set", Map.of("name", name, "value", to)),
                Action.of("world.put-back", Map.of("name", name, "value", from, "set", to)));
    }

    /** A step that finds the world bad unless {@code name} has a value. */
    static Step expect(String name, String value) {
        return Step.check("expect " + name, Action.of("world.expect", Map.of("name", name, "value", value)));
    }

    String read(String name) {
        try {
            return Files.readString(directory.resolve(name));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    void write(String name, String value) {
        try {
            Files.writeString(directory.resolve(name), value);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    List<ActionHandler> handlers() {
        return List.of(
                new Handler("world.set", (action, context) -> {
                    context.progress().say(action.argument("name") + " becomes " + action.argument("value"));
                    if (!read(action.argument("name")).equals(action.argument("value"))) {
                        write(action.argument("name"), action.argument("value"));
                    }
                    return Outcome.with(action.argument("name"), action.argument("value"));
                }),
                new Handler("world.put-back", (action, context) -> putBack(action)),
                new Handler("world.expect", (action, context) -> {
                    String found = read(action.argument("name"));
                    if (!found.equals(action.argument("value"))) {
                        throw new AgentctlException(
                                ErrorCode.VERDICT_NO, action.argument("name") + " is " + found, "look at it");
                    }
                    return Outcome.done();
                }));
    }

    private Outcome putBack(Action action) {
        String found = read(action.argument("name"));
        if (found.equals(action.argument("value"))) {
            return Outcome.done();
        }
        if (!found.equals(action.argument("set")) && !action.forced()) {
            throw new AgentctlException(
                    ErrorCode.CONFLICT, action.argument("name") + " was set to " + found + " since", "");
        }
        write(action.argument("name"), action.argument("value"));
        return Outcome.done();
    }

    /** What a handler does, as a function. */
    @FunctionalInterface
    interface Deed {
        Outcome perform(Action action, StepContext context);
    }

    /** A handler for one type. */
    record Handler(String type, Deed deed) implements ActionHandler {
        @Override
        public Outcome perform(Action action, StepContext context) {
            return deed.perform(action, context);
        }
    }
}
