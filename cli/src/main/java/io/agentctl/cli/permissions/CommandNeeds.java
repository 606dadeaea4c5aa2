package io.agentctl.cli.permissions;

import io.agentctl.cli.command.Entry;
import io.agentctl.cli.command.Entry.Leaf;
import io.agentctl.cli.command.Entry.Noun;
import io.agentctl.cli.wiring.Witness;
import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.error.Suggestions;
import io.agentctl.control.permission.Needs;
import io.agentctl.control.permission.UseCaseNeeds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What commands need: each is made before somebody who hears which use cases it may run. */
public final class CommandNeeds {

    private final Heard heard = new Heard();
    private final Noun root;

    /** @param tree the program's commands, made before a witness */
    public CommandNeeds(Function<Witness, Noun> tree) {
        this.root = tree.apply(heard);
    }

    /** What a command may do. */
    private static final class Heard implements Witness {

        private final List<NamedUseCase<?, ?>> useCases = new ArrayList<>();
        private final List<Needs> others = new ArrayList<>();

        @Override
        public <Q, R> void saw(NamedUseCase<Q, R> useCase, Q request, R result) {}

        @Override
        public void mayRun(NamedUseCase<?, ?> useCase) {
            useCases.add(useCase);
        }

        @Override
        public void mayNeed(Needs needs) {
            others.add(needs);
        }
    }

    /** Every command that calls AWS, as it is typed, with what it needs. */
    public Map<String, Needs> all() {
        Map<String, Needs> all = new TreeMap<>();
        leaves().forEach((name, leaf) -> {
            Needs needs = of(leaf);
            if (!needs.everything().isEmpty()) {
                all.put(name, needs);
            }
        });
        return all;
    }

    /** The use cases that a command may run. */
    public List<NamedUseCase<?, ?>> useCases(String command) {
        hear(found(command).values().iterator().next());
        return List.copyOf(heard.useCases);
    }

    /**
     * A command, or all of a noun, with what each needs.
     *
     * @param typed with or without {@code agentctl} before it, such as {@code ecs scale} or {@code ecs}
     * @throws AgentctlException USAGE if there is no such command
     */
    public Map<String, Needs> of(String typed) {
        Map<String, Needs> needs = new LinkedHashMap<>();
        found(typed).forEach((name, leaf) -> needs.put(name, of(leaf)));
        return needs;
    }

    private Map<String, Leaf> found(String typed) {
        String command = typed.strip().replaceAll("\\s+", " ").replaceFirst("^agentctl ", "");
        Map<String, Leaf> leaves = leaves();
        Map<String, Leaf> found = leaves.entrySet().stream()
                .filter(leaf -> leaf.getKey().equals(command) || leaf.getKey().startsWith(command + " "))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, two) -> one, LinkedHashMap::new));
        if (found.isEmpty()) {
            throw new AgentctlException(
                    ErrorCode.USAGE,
                    "there is no command '" + command + "'",
                    (Suggestions.sentence(command, leaves.keySet()) + " A command is named without options, such as"
                                    + " --for \"ecs scale\"; a noun means all of its verbs.")
                            .strip());
        }
        return found;
    }

    private Needs of(Leaf leaf) {
        hear(leaf);
        List<Needs> needs = new ArrayList<>(heard.others);
        needs.add(UseCaseNeeds.of(heard.useCases));
        return Needs.all(needs);
    }

    private void hear(Leaf leaf) {
        heard.useCases.clear();
        heard.others.clear();
        Objects.requireNonNull(leaf.verb().get());
    }

    private Map<String, Leaf> leaves() {
        Map<String, Leaf> leaves = new LinkedHashMap<>();
        add(leaves, "", root);
        return leaves;
    }

    private static void add(Map<String, Leaf> leaves, String path, Noun noun) {
        for (Entry entry : noun.listed()) {
            switch (entry) {
                case Noun inner -> add(leaves, path + inner.name() + " ", inner);
                case Leaf leaf -> leaves.put(path + leaf.name(), leaf);
            }
        }
    }
}
