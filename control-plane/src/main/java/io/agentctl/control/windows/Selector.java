package io.agentctl.control.windows;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which services a window is about. */
public sealed interface Selector {

    /** Whether it is about a service. */
    boolean matches(String service, Map<String, String> tags);

    /**
     * By their names.
     *
     * @param names at least one; {@code *} stands for any characters
     */
    record Named(List<String> names) implements Selector {

        public Named {
            names = List.copyOf(names);
        }

        @Override
        public boolean matches(String service, Map<String, String> tags) {
            return globs().anyMatch(glob -> glob.matches(service));
        }

        /** The names without a {@code *}. */
        Stream<String> exact() {
            return globs().filter(Glob::exact).map(Glob::text);
        }

        /** Each of the names. */
        Stream<Glob> globs() {
            return names.stream().map(Glob::new);
        }

        @Override
        public String toString() {
            return String.join(", ", names);
        }
    }

    /**
     * By their tags, all of which a service must have.
     *
     * @param tags at least one
     */
    record Tagged(Map<String, String> tags) implements Selector {

        public Tagged {
            tags = Map.copyOf(tags);
        }

        @Override
        public boolean matches(String service, Map<String, String> there) {
            return tags.entrySet().stream().allMatch(tag -> tag.getValue().equals(there.get(tag.getKey())));
        }

        @Override
        public String toString() {
            return tags.entrySet().stream()
                    .map(tag -> tag.getKey() + "=" + tag.getValue())
                    .sorted()
                    .collect(Collectors.joining(", "));
        }
    }
}
