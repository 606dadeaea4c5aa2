package io.agentctl.policies.rollout;

import java.util.Map;

/** Stands where a fact was masked: it was there, and nobody knows any more what it was. */
public enum Masked {
    VALUE;

    /** The member name by which the marker is known in JSON: {@code {"$masked":true}}. */
    static final String MEMBER = "$masked";

    /** As it is written in JSON. */
    Map<String, Object> json() {
        return Map.of(MEMBER, true);
    }

    /** Whether a JSON value is the marker. */
    static boolean is(Object json) {
        return json instanceof Map<?, ?> map && map.size() == 1 && Boolean.TRUE.equals(map.get(MEMBER));
    }

    @Override
    public String toString() {
        return "masked";
    }
}
