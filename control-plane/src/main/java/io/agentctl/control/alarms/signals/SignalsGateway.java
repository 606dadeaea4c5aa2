package io.agentctl.control.alarms.signals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agentctl.control.aws.ApiCalls;
import io.agentctl.control.aws.Parallel;
import io.agentctl.control.error.AgentctlException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.services.applicationsignals.ApplicationSignalsClient;
import software.amazon.awssdk.services.applicationsignals.model.ListServiceLevelObjectivesRequest;
import software.amazon.awssdk.services.applicationsignals.model.ListServiceLevelObjectivesResponse;
import software.amazon.awssdk.services.applicationsignals.model.ResourceNotFoundException;
import software.amazon.awssdk.services.applicationsignals.model.ServiceLevelObjective;
import software.amazon.awssdk.services.applicationsignals.model.ServiceLevelObjectiveSummary;
import software.amazon.awssdk.services.applicationsignals.model.Tag;

/** Reads and writes objectives of Application Signals. */
final class SignalsGateway {

    /** Objectives in a page; source: service model, ListServiceLevelObjectivesMaxResults. */
    private static final int PAGE = 50;

    private final Supplier<ApplicationSignalsClient> signals;
    private final ApiCalls calls;

    SignalsGateway(Supplier<ApplicationSignalsClient> signals, ApiCalls calls) {
        this.signals = signals;
        this.calls = calls;
    }

    /**
     * All objectives whose names begin so: the service lists them without what they are, which takes two calls each.
     */
    List<ObservedObjective> beginning(String prefix) {
        List<String> names = new ArrayList<>();
        String token = null;
        do {
            ListServiceLevelObjectivesRequest request = ListServiceLevelObjectivesRequest.builder()
                    .maxResults(PAGE)
                    .nextToken(token)
                    .build();
            ListServiceLevelObjectivesResponse response =
                    calls.call("list objectives of Application Signals", () -> signals.get()
                            .listServiceLevelObjectives(request));
            response.sloSummaries().stream()
                    .map(ServiceLevelObjectiveSummary::name)
                    .filter(name -> name.startsWith(prefix))
                    .forEach(names::add);
            token = response.nextToken();
        } while (token != null && !token.isEmpty());
        return names.isEmpty()
                ? List.of()
                : Parallel.map(names, this::find).stream()
                        .flatMap(Optional::stream)
                        .toList();
    }

    /** One with its tags, if there is one of this name. */
    Optional<ObservedObjective> find(String name) {
        try {
            ServiceLevelObjective objective = calls.call("read objective " + name, () -> signals.get()
                    .getServiceLevelObjective(request -> request.id(name))
                    .slo());
            return Optional.of(
                    new ObservedObjective(name, objective.arn(), SignalsForm.text(objective, tags(objective.arn()))));
        } catch (AgentctlException failure) {
            if (failure.getCause() instanceof ResourceNotFoundException) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private SortedMap<String, String> tags(String arn) {
        SortedMap<String, String> tags = new TreeMap<>();
        calls.call("read the tags of " + arn, () -> signals.get()
                        .listTagsForResource(request -> request.resourceArn(arn))
                        .tags())
                .forEach(tag -> tags.put(tag.key(), tag.value()));
        return tags;
    }

    void create(ObjectNode objective) {
        calls.call("make objective " + objective.path(SignalsJson.NAME).asText(), () -> signals.get()
                .createServiceLevelObjective(SignalsForm.create(objective)));
    }

    /** All of it but its tags. */
    void update(ObjectNode objective) {
        calls.call("change objective " + objective.path(SignalsJson.NAME).asText(), () -> signals.get()
                .updateServiceLevelObjective(SignalsForm.update(objective)));
    }

    void delete(String name) {
        calls.call("delete objective " + name, () -> signals.get()
                .deleteServiceLevelObjective(request -> request.id(name)));
    }

    void tag(String arn, SortedMap<String, String> tags) {
        List<Tag> list = tags.entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
        calls.call("tag " + arn, () -> signals.get()
                .tagResource(request -> request.resourceArn(arn).tags(list)));
    }

    void untag(String arn, Collection<String> keys) {
        calls.call("untag " + arn, () -> signals.get()
                .untagResource(request -> request.resourceArn(arn).tagKeys(keys)));
    }
}
