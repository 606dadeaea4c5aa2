package io.agentctl.control.permission;

import static io.agentctl.control.permission.Common.JOURNAL;
import static io.agentctl.control.permission.Common.METRICS;

import io.agentctl.control.catalogue.AlarmsUseCases;
import io.agentctl.control.catalogue.NamedUseCase;
import java.util.Map;

/** What alarms take. */
final class AlarmsNeeds {

    static final Needs ALARMS = Scope.ANYTHING.may("cloudwatch:DescribeAlarms");

    private static final Needs HISTORY = Scope.ANYTHING.may("cloudwatch:DescribeAlarmHistory");

    private static final Needs TAGS = Scope.ALARMS.may("cloudwatch:ListTagsForResource");

    /** Objectives that Application Signals keeps: its list has nothing but names. */
    private static final Needs OBJECTIVES = Scope.ANYTHING
            .may("application-signals:ListServiceLevelObjectives")
            .and(Scope.OBJECTIVES.may(
                    "application-signals:GetServiceLevelObjective", "application-signals:ListTagsForResource"));

    private static final Needs ALARMS_SET = Scope.ALARMS.may(
            "cloudwatch:PutMetricAlarm",
            "cloudwatch:PutCompositeAlarm",
            "cloudwatch:TagResource",
            "cloudwatch:UntagResource",
            "cloudwatch:DeleteAlarms");

    /** Muting changes the alarm that tells, and notes in its tags until when. */
    private static final Needs MUTED = Scope.ALARMS.may(
            "cloudwatch:PutMetricAlarm",
            "cloudwatch:PutCompositeAlarm",
            "cloudwatch:TagResource",
            "cloudwatch:UntagResource");

    /** Whoever makes an objective names none that is there. */
    private static final Needs OBJECTIVES_SET = Scope.ANYTHING
            .may("application-signals:CreateServiceLevelObjective")
            .and(Scope.OBJECTIVES.may(
                    "application-signals:UpdateServiceLevelObjective",
                    "application-signals:DeleteServiceLevelObjective",
                    "application-signals:TagResource",
                    "application-signals:UntagResource"));

    private AlarmsNeeds() {}

    static Map<NamedUseCase<?, ?>, Needs> all() {
        return Map.of(
                AlarmsUseCases.LIST, ALARMS,
                AlarmsUseCases.PLAN,
                        ALARMS.and(METRICS, TAGS, OBJECTIVES, Scope.TOPICS.may("sns:GetTopicAttributes"))
                                .changing(JOURNAL, ALARMS_SET, OBJECTIVES_SET),
                AlarmsUseCases.PLAN_MUTE, ALARMS.and(TAGS).changing(JOURNAL, MUTED),
                AlarmsUseCases.BACKTEST, METRICS.and(ALARMS),
                AlarmsUseCases.HISTORY, HISTORY,
                AlarmsUseCases.TEST,
                        ALARMS.and(HISTORY, TAGS, Scope.TOPICS.may("sns:ListSubscriptionsByTopic"))
                                .changing(JOURNAL, Scope.ALARMS.may("cloudwatch:SetAlarmState")));
    }
}
