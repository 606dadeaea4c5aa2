package io.agentctl.sandbox.lambda;

import software.amazon.awssdk.services.lambda.model.ListTagsRequest;
import software.amazon.awssdk.services.lambda.model.ListTagsResponse;
import software.amazon.awssdk.services.lambda.model.TagResourceRequest;
import software.amazon.awssdk.services.lambda.model.TagResourceResponse;
import software.amazon.awssdk.services.lambda.model.UntagResourceRequest;
import software.amazon.awssdk.services.lambda.model.UntagResourceResponse;

/** The operations on a function's tags. */
final class TagOperations {
    private final LambdaState state;

    TagOperations(LambdaState state) {
        this.state = state;
    }

    ListTagsResponse list(ListTagsRequest request) {
        return ListTagsResponse.builder()
                .tags(state.unqualified(request.resource()).tags())
                .build();
    }

    TagResourceResponse tag(TagResourceRequest request) {
        state.unqualified(request.resource()).tags().putAll(request.tags());
        return TagResourceResponse.builder().build();
    }

    UntagResourceResponse untag(UntagResourceRequest request) {
        state.unqualified(request.resource()).tags().keySet().removeAll(request.tagKeys());
        return UntagResourceResponse.builder().build();
    }
}
