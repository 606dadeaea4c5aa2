package io.agentctl.sandbox.alarm;

import io.agentctl.sandbox.metrics.MetricCatalog;
import java.util.function.Function;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmHistoryRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmHistoryResponse;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsForMetricRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsForMetricResponse;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.DisableAlarmActionsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DisableAlarmActionsResponse;
import software.amazon.awssdk.services.cloudwatch.model.EnableAlarmActionsRequest;
import software.amazon.awssdk.services.cloudwatch.model.EnableAlarmActionsResponse;
import software.amazon.awssdk.services.cloudwatch.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.cloudwatch.model.PutCompositeAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutCompositeAlarmResponse;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmResponse;
import software.amazon.awssdk.services.cloudwatch.model.SetAlarmStateRequest;
import software.amazon.awssdk.services.cloudwatch.model.SetAlarmStateResponse;
import software.amazon.awssdk.services.cloudwatch.model.TagResourceRequest;
import software.amazon.awssdk.services.cloudwatch.model.TagResourceResponse;
import software.amazon.awssdk.services.cloudwatch.model.UntagResourceRequest;
import software.amazon.awssdk.services.cloudwatch.model.UntagResourceResponse;

/** The operations on alarms. Thread-safe. */
public final class AlarmOperations {
    private final AlarmBook book;
    private final AlarmEvaluator evaluator;
    private final AlarmChanges changes;
    private final AlarmSwitches switches;
    private final AlarmQueries queries;
    private final HistoryReader history;
    private final AlarmTags tags;

    /**
     * The operations on an account's alarms.
     *
     * @param book the alarms
     * @param catalog the metrics that they look at
     * @param notifications where they tell of their states
     */
    public AlarmOperations(AlarmBook book, MetricCatalog catalog, Notifications notifications) {
        this.book = book;
        AlarmStates states = new AlarmStates(book, new AlarmActions(book, notifications));
        this.evaluator = new AlarmEvaluator(book, states);
        this.changes = new AlarmChanges(book, states, evaluator, catalog);
        this.switches = new AlarmSwitches(book, states);
        this.queries = new AlarmQueries(book);
        this.history = new HistoryReader(book);
        this.tags = new AlarmTags(book);
    }

    /** Has alarms evaluated from the next whole minute on. */
    public void start() {
        book.simulation().now(() -> {
            evaluator.start();
            return book;
        });
    }

    private <Q, R> R now(Function<Q, R> operation, Q request) {
        return book.simulation().now(() -> operation.apply(request));
    }

    /** {@code PutMetricAlarm}. */
    public PutMetricAlarmResponse put(PutMetricAlarmRequest request) {
        return now(changes::put, request);
    }

    /** {@code PutCompositeAlarm}. */
    public PutCompositeAlarmResponse put(PutCompositeAlarmRequest request) {
        return now(changes::put, request);
    }

    /** {@code DeleteAlarms}. */
    public DeleteAlarmsResponse delete(DeleteAlarmsRequest request) {
        return now(switches::delete, request);
    }

    /** {@code SetAlarmState}. */
    public SetAlarmStateResponse set(SetAlarmStateRequest request) {
        return now(switches::set, request);
    }

    /** {@code EnableAlarmActions}. */
    public EnableAlarmActionsResponse enable(EnableAlarmActionsRequest request) {
        return now(switches::enable, request);
    }

    /** {@code DisableAlarmActions}. */
    public DisableAlarmActionsResponse disable(DisableAlarmActionsRequest request) {
        return now(switches::disable, request);
    }

    /** {@code DescribeAlarms}. */
    public DescribeAlarmsResponse describe(DescribeAlarmsRequest request) {
        return now(queries::describe, request);
    }

    /** {@code DescribeAlarmsForMetric}. */
    public DescribeAlarmsForMetricResponse forMetric(DescribeAlarmsForMetricRequest request) {
        return now(queries::forMetric, request);
    }

    /** {@code DescribeAlarmHistory}. */
    public DescribeAlarmHistoryResponse history(DescribeAlarmHistoryRequest request) {
        return now(history::read, request);
    }

    /** {@code ListTagsForResource}. */
    public ListTagsForResourceResponse listTags(ListTagsForResourceRequest request) {
        return now(tags::list, request);
    }

    /** {@code TagResource}. */
    public TagResourceResponse tag(TagResourceRequest request) {
        return now(tags::tag, request);
    }

    /** {@code UntagResource}. */
    public UntagResourceResponse untag(UntagResourceRequest request) {
        return now(tags::untag, request);
    }
}
