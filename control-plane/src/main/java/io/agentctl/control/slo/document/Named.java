package io.agentctl.control.slo.document;

import io.agentctl.control.error.Suggestions;
import io.agentctl.control.yaml.Form;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The resources of a kind, by their names. One that could not be read is known all the same, so that nobody is told
 * that it does not exist.
 *
 * @param <T> what was read of each
 */
final class Named<T> {

    private final String what;
    private final Map<String, Optional<T>> all = new HashMap<>();

    /** @param what the kind, for messages */
    Named(String what) {
        this.what = what;
    }

    void put(Resource resource, Optional<T> read) {
        if (all.containsKey(resource.name())) {
            resource.spec().findings().error(resource.position(), "a second " + what + " '" + resource.name() + "'");
            return;
        }
        all.put(resource.name(), read);
    }

    /** The resource that a key names. */
    Optional<T> referred(Form form, String key) {
        return form.text(key).flatMap(name -> {
            if (!all.containsKey(name)) {
                String near = Suggestions.sentence(name, all.keySet());
                form.findings()
                        .error(
                                form.valuePosition(key),
                                "there is no " + what + " '" + name + (near.isEmpty() ? "'" : "'. " + near));
            }
            return all.getOrDefault(name, Optional.empty());
        });
    }

    /** The resource with a name, if there is one. */
    Optional<T> find(String name) {
        return all.getOrDefault(name, Optional.empty());
    }
}
