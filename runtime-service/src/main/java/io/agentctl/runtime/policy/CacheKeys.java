package io.agentctl.runtime.policy;

import io.agentctl.policies.engine.Reads;
import io.agentctl.policies.fact.Fact;
import io.agentctl.policies.fact.FactCatalog;
import io.agentctl.policies.fact.Facts;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Makes keys of decisions about one intent out of what these depend on. Immutable. */
final class CacheKeys {

    /** A key holds callers' own texts: what is kept of them is bounded. */
    private static final int LONGEST_TEXT = 256;

    private static final String ALL_ATTRIBUTES = FactCatalog.CONTEXT + ".attributes";

    private final Reads reads;
    private final boolean worthwhile;
    private final boolean declared;
    private final String[] ofRequest;
    private final String[] ofContext;

    CacheKeys(Reads reads) {
        this.reads = reads;
        this.worthwhile = reads.cacheable()
                && reads.paths().stream()
                        .noneMatch(path -> path.startsWith(FactCatalog.USAGE + ".") || path.equals(ALL_ATTRIBUTES));
        List<String> names = FactCatalog.all().stream().map(Fact::path).toList();
        this.declared = names.containsAll(reads.paths());
        this.ofRequest = members(reads, FactCatalog.REQUEST);
        this.ofContext = members(reads, FactCatalog.CONTEXT);
    }

    private static String[] members(Reads reads, String scope) {
        String prefix = scope + ".";
        return reads.paths().stream()
                .filter(path -> path.startsWith(prefix))
                .map(path -> path.substring(prefix.length()))
                .toArray(String[]::new);
    }

    /** The values; null where a decision is better made again: counts, say, are others with each request. */
    Object[] of(Facts facts) {
        if (!worthwhile) {
            return null;
        }
        Object[] values = declared ? declared(facts) : reads.values(facts).toArray();
        for (Object value : values) {
            if ((value instanceof String text && text.length() > LONGEST_TEXT)
                    || value instanceof List<?>
                    || value instanceof Map<?, ?>) {
                return null;
            }
        }
        return values;
    }

    private Object[] declared(Facts facts) {
        Object[] values = new Object[ofRequest.length + ofContext.length];
        int at = 0;
        for (String member : ofRequest) {
            values[at++] = facts.request().get(member);
        }
        for (String member : ofContext) {
            values[at++] = facts.context().get(member);
        }
        return values;
    }

    Instant validUntil(Instant now) {
        return reads.validUntil(now);
    }

    /** Values that are compared one by one. */
    static final class Key {
        private final String intent;
        private final Object[] values;
        private final int hash;

        Key(String intent, Object... values) {
            this.intent = intent;
            this.values = values;
            this.hash = 31 * intent.hashCode() + Arrays.hashCode(values);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && hash == key.hash
                    && intent.equals(key.intent)
                    && Arrays.equals(values, key.values);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
