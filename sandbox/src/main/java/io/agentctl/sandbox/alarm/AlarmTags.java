package io.agentctl.sandbox.alarm;

import io.agentctl.sandbox.metrics.CloudWatchErrors;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.cloudwatch.model.Tag;
import software.amazon.awssdk.services.cloudwatch.model.TagResourceRequest;
import software.amazon.awssdk.services.cloudwatch.model.TagResourceResponse;
import software.amazon.awssdk.services.cloudwatch.model.UntagResourceRequest;
import software.amazon.awssdk.services.cloudwatch.model.UntagResourceResponse;

/** The operations on tags of alarms. */
final class AlarmTags {
    private static final int MOST = 50;

    private final AlarmBook book;

    AlarmTags(AlarmBook book) {
        this.book = book;
    }

    ListTagsForResourceResponse list(ListTagsForResourceRequest request) {
        return ListTagsForResourceResponse.builder()
                .tags(book.tagged(request.resourceARN()).tags().entrySet().stream()
                        .map(tag -> Tag.builder()
                                .key(tag.getKey())
                                .value(tag.getValue())
                                .build())
                        .toList())
                .build();
    }

    TagResourceResponse tag(TagResourceRequest request) {
        Alarm alarm = book.tagged(request.resourceARN());
        Map<String, String> tags = new TreeMap<>(alarm.tags());
        request.tags().forEach(tag -> tags.put(tag.key(), tag.value()));
        if (tags.size() > MOST) {
            throw CloudWatchErrors.invalidValue("An alarm has at most " + MOST + " tags.");
        }
        alarm.tags().putAll(tags);
        return TagResourceResponse.builder().build();
    }

    UntagResourceResponse untag(UntagResourceRequest request) {
        book.tagged(request.resourceARN()).tags().keySet().removeAll(request.tagKeys());
        return UntagResourceResponse.builder().build();
    }
}
