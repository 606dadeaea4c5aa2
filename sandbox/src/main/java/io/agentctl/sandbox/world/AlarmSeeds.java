package io.agentctl.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.sandbox.alarm.AlarmOperations;
import io.agentctl.sandbox.protocol.MalformedRequestException;
import io.agentctl.sandbox.protocol.TreeReader;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.cloudwatch.model.PutCompositeAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

/** Puts the alarms that a world begins with. */
public final class AlarmSeeds {

    private AlarmSeeds() {}

    /**
     * Puts them, in the order of the document.
     *
     * @throws WorldFormatException for one that CloudWatch would not take
     */
    public static void put(World world, AlarmOperations alarms) {
        for (JsonNode alarm : world.document().alarms()) {
            String place = "alarms: " + alarm.path("AlarmName").asText("one without AlarmName");
            try {
                if (alarm.has("AlarmRule")) {
                    alarms.put((PutCompositeAlarmRequest)
                            read(alarm, (SdkPojo) PutCompositeAlarmRequest.builder(), place));
                } else {
                    alarms.put((PutMetricAlarmRequest) read(alarm, (SdkPojo) PutMetricAlarmRequest.builder(), place));
                }
            } catch (AwsServiceException refused) {
                throw new WorldFormatException(
                        place + ": " + refused.awsErrorDetails().errorMessage());
            } catch (MalformedRequestException malformed) {
                throw new WorldFormatException(place + ": " + malformed.getMessage());
            }
        }
    }

    private static SdkPojo read(JsonNode alarm, SdkPojo builder, String place) {
        TreeReader.unknownMember(alarm, builder).ifPresent(unknown -> {
            throw new WorldFormatException(place + ": CloudWatch knows no " + unknown);
        });
        return TreeReader.read(alarm, builder);
    }
}
