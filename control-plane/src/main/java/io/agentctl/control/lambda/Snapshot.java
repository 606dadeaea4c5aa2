package io.agentctl.control.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agentctl.control.aws.SdkTree;
import io.agentctl.control.digest.Sha256;
import io.agentctl.control.fargate.Architecture;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The whole configuration of a function as canonical JSON, without what moves by itself. Two of the same content are
 * the same text. The values of environment variables, which may be secret, stand in it as one digest.
 *
 * @param text a JSON object with its members in order
 */
public record Snapshot(String text) {

    private static final String MEMORY = "MemorySize";
    static final String DESCRIPTION = "Description";
    /** In what a version differs from {@code $LATEST} although it is the same. */
    static final Set<String> OF_A_VERSION = Set.of("Version", "FunctionArn", DESCRIPTION, "MasterArn", "SnapStart");

    private static final String ARCHITECTURES = "Architectures";
    /** What a variant changes. */
    static final Set<String> OF_A_SIZE = Set.of(MEMORY, ARCHITECTURES);

    private static final String ENVIRONMENT = "Environment";

    /**
     * Not settings: they follow from an update or its progress. AWS may give a function a newer patch of its runtime
     * with any update, hence the last ("Runtime version updates" in the Lambda Developer Guide).
     */
    private static final Set<String> MOVING = Set.of(
            "LastModified",
            "RevisionId",
            "LastUpdateStatus",
            "LastUpdateStatusReason",
            "LastUpdateStatusReasonCode",
            "ConfigSha256",
            "State",
            "StateReason",
            "StateReasonCode",
            "RuntimeVersionConfig");

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** What GetFunctionConfiguration answered. */
    static Snapshot of(SdkPojo configuration) {
        ObjectNode tree = SdkTree.of(configuration);
        tree.remove(MOVING);
        JsonNode environment = tree.get(ENVIRONMENT);
        if (environment != null) {
            tree.put(ENVIRONMENT, digest(environment.toString()));
        }
        return new Snapshot(tree.toString());
    }

    /** The same function as another variant, under another description. */
    Snapshot with(Variant variant, String description) {
        ObjectNode tree = tree().put(MEMORY, variant.memoryMb()).put(DESCRIPTION, description);
        return new Snapshot(tree.toString()).on(variant.architecture().orElse(architecture()));
    }

    /** The same function on another processor. */
    Snapshot on(Architecture architecture) {
        if (architecture == architecture()) {
            return this;
        }
        ObjectNode tree = tree();
        tree.putArray(ARCHITECTURES).add(Architectures.name(architecture));
        return new Snapshot(tree.toString());
    }

    Architecture architecture() {
        List<String> said = new ArrayList<>();
        tree().path(ARCHITECTURES).forEach(one -> said.add(one.asText()));
        return Architectures.of(said);
    }

    int memoryMb() {
        return tree().path(MEMORY).asInt();
    }

    String description() {
        return tree().path(DESCRIPTION).asText("");
    }

    /** Whether published versions start from a snapshot. */
    boolean snapStarts() {
        return tree().path("SnapStart").path("ApplyOn").asText().equals("PublishedVersions");
    }

    /** The names of the settings in which two differ, in order. */
    List<String> differences(Snapshot other) {
        ObjectNode mine = tree();
        ObjectNode its = other.tree();
        Set<String> names = new TreeSet<>();
        mine.fieldNames().forEachRemaining(names::add);
        its.fieldNames().forEachRemaining(names::add);
        names.removeIf(name -> mine.path(name).equals(its.path(name)));
        return List.copyOf(names);
    }

    private ObjectNode tree() {
        try {
            return (ObjectNode) MAPPER.readTree(text);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("the recorded configuration is not JSON", damaged);
        }
    }

    private static String digest(String value) {
        return "sha256:" + Sha256.hex(value);
    }
}
