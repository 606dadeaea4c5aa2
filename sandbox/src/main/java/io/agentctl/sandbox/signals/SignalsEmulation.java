package io.agentctl.sandbox.signals;

import io.agentctl.sandbox.protocol.RestRoute;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.services.applicationsignals.ApplicationSignalsClient;
import software.amazon.awssdk.services.applicationsignals.model.CreateServiceLevelObjectiveRequest;
import software.amazon.awssdk.services.applicationsignals.model.CreateServiceLevelObjectiveResponse;
import software.amazon.awssdk.services.applicationsignals.model.DeleteServiceLevelObjectiveRequest;
import software.amazon.awssdk.services.applicationsignals.model.DeleteServiceLevelObjectiveResponse;
import software.amazon.awssdk.services.applicationsignals.model.GetServiceLevelObjectiveRequest;
import software.amazon.awssdk.services.applicationsignals.model.GetServiceLevelObjectiveResponse;
import software.amazon.awssdk.services.applicationsignals.model.ListServiceLevelObjectivesRequest;
import software.amazon.awssdk.services.applicationsignals.model.ListServiceLevelObjectivesResponse;
import software.amazon.awssdk.services.applicationsignals.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.applicationsignals.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.applicationsignals.model.Tag;
import software.amazon.awssdk.services.applicationsignals.model.TagResourceRequest;
import software.amazon.awssdk.services.applicationsignals.model.TagResourceResponse;
import software.amazon.awssdk.services.applicationsignals.model.UntagResourceRequest;
import software.amazon.awssdk.services.applicationsignals.model.UntagResourceResponse;
import software.amazon.awssdk.services.applicationsignals.model.UpdateServiceLevelObjectiveRequest;
import software.amazon.awssdk.services.applicationsignals.model.UpdateServiceLevelObjectiveResponse;

/** The SDK's client interface over the objectives; what it does not override, the interface refuses. */
public final class SignalsEmulation implements ApplicationSignalsClient {
    private final SignalsState state;
    private final Objectives objectives;

    /** An emulation over the objectives of an account. */
    public SignalsEmulation(SignalsState state) {
        this.state = state;
        this.objectives = new Objectives(state);
    }

    /** The methods and paths of the operations. */
    public static List<RestRoute> routes() {
        return SignalsRoutes.all();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Nothing is held open.
    }

    private <R> R now(Supplier<R> operation) {
        return state.simulation().now(operation);
    }

    @Override
    public CreateServiceLevelObjectiveResponse createServiceLevelObjective(CreateServiceLevelObjectiveRequest request) {
        return now(() -> CreateServiceLevelObjectiveResponse.builder()
                .slo(objectives.create(request))
                .build());
    }

    @Override
    public GetServiceLevelObjectiveResponse getServiceLevelObjective(GetServiceLevelObjectiveRequest request) {
        return now(() -> GetServiceLevelObjectiveResponse.builder()
                .slo(state.require(request.id()).objective())
                .build());
    }

    @Override
    public UpdateServiceLevelObjectiveResponse updateServiceLevelObjective(UpdateServiceLevelObjectiveRequest request) {
        return now(() -> UpdateServiceLevelObjectiveResponse.builder()
                .slo(objectives.update(request))
                .build());
    }

    @Override
    public DeleteServiceLevelObjectiveResponse deleteServiceLevelObjective(DeleteServiceLevelObjectiveRequest request) {
        return now(() -> {
            objectives.delete(request.id());
            return DeleteServiceLevelObjectiveResponse.builder().build();
        });
    }

    @Override
    public ListServiceLevelObjectivesResponse listServiceLevelObjectives(ListServiceLevelObjectivesRequest request) {
        return now(() -> objectives.list(request));
    }

    @Override
    public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
        return now(() -> ListTagsForResourceResponse.builder()
                .tags(tags(request.resourceArn()).entrySet().stream()
                        .map(tag -> Tag.builder()
                                .key(tag.getKey())
                                .value(tag.getValue())
                                .build())
                        .toList())
                .build());
    }

    @Override
    public TagResourceResponse tagResource(TagResourceRequest request) {
        return now(() -> {
            request.tags().forEach(tag -> tags(request.resourceArn()).put(tag.key(), tag.value()));
            return TagResourceResponse.builder().build();
        });
    }

    @Override
    public UntagResourceResponse untagResource(UntagResourceRequest request) {
        return now(() -> {
            tags(request.resourceArn()).keySet().removeAll(request.tagKeys());
            return UntagResourceResponse.builder().build();
        });
    }

    private Map<String, String> tags(String arn) {
        return state.require(arn).tags();
    }
}
