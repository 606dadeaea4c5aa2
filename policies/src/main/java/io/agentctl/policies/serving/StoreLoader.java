package io.agentctl.policies.serving;

import io.agentctl.policies.compile.CompiledPolicy;
import io.agentctl.policies.engine.PolicySet;
import io.agentctl.policies.store.PolicyHead;
import io.agentctl.policies.store.PolicyStore;
import io.agentctl.policies.store.PolicyVersion;
import io.agentctl.policies.store.PolicyVersions;
import io.agentctl.policies.store.Reading;
import io.agentctl.policies.store.TrustedKeys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Policies of one environment in a store. What was compiled for one generation serves the next. */
public final class StoreLoader implements PolicyLoader {

    private final PolicyStore store;
    private final PolicyVersions versions;
    private final String table;
    private final String environment;
    private final PolicyTexts texts;
    private Map<String, CompiledPolicy> compiled = Map.of();

    /**
     * Makes a loader, which has loaded nothing yet.
     *
     * @param trusted the keys of which each version must carry a signature
     * @param table the store's, for descriptions
     */
    public StoreLoader(PolicyStore store, TrustedKeys trusted, String table, String environment, PolicyTexts texts) {
        this.store = store;
        this.versions = new PolicyVersions(store, PolicyTexts::digest, trusted);
        this.table = table;
        this.environment = environment;
        this.texts = texts;
    }

    @Override
    public Optional<LoadedPolicies> newer(long generation) {
        // An environment in which nothing was activated yet is at generation 0, and loaded as an empty set.
        Optional<PolicyHead> head = generation < 0
                ? Optional.of(store.head(environment))
                : store.newerHead(environment, generation, Reading.EVENTUAL);
        return head.map(this::load);
    }

    private LoadedPolicies load(PolicyHead head) {
        PolicyVersions.Loaded loaded = versions.load(head);
        Map<String, CompiledPolicy> now = new HashMap<>();
        List<CompiledPolicy> policies =
                loaded.inForce().stream().map(version -> compiled(version, now)).toList();
        PolicySet set = PolicySet.of(environment, head.generation(), policies);
        Optional<Trial> trial = loaded.tried()
                .map(version -> new Trial(head.candidate().orElseThrow(), set, set.with(compiled(version, now))));
        compiled = Map.copyOf(now);
        return new LoadedPolicies(set, trial);
    }

    private CompiledPolicy compiled(PolicyVersion version, Map<String, CompiledPolicy> now) {
        String key = version.policy() + "/" + version.ref().digest();
        CompiledPolicy known = compiled.get(key);
        CompiledPolicy one = known == null ? texts.compile(version) : known;
        now.put(key, one);
        return one;
    }

    @Override
    public String description() {
        return "table " + table + ", environment " + environment;
    }
}
