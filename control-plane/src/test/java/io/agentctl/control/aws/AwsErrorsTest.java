package io.agentctl.control.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ecs.model.EcsException;

class AwsErrorsTest {

    @ParameterizedTest
    @CsvSource({
        "ThrottlingException, 400, THROTTLED",
        "RequestLimitExceeded, 503, THROTTLED",
        "ExpiredTokenException, 400, NOT_SIGNED_IN",
        "UnrecognizedClientException, 400, NOT_SIGNED_IN",
        "AccessDeniedException, 400, NOT_ALLOWED",
        "InternalFailure, 500, UNREACHABLE",
        "InvalidParameterException, 400, FAILED",
    })
    void anErrorOfTheServiceGetsTheCodeThatTellsWhatToDo(String awsCode, int status, ErrorCode expected) {
        AgentctlException translated = AwsErrors.translate("list clusters", refusal(awsCode, status));

        assertThat(translated.code()).isEqualTo(expected);
        assertThat(translated.getMessage()).contains("list clusters").contains(awsCode);
        assertThat(translated.requestId()).contains("request-1");
    }

    @Test
    void aConnectionThatIsRefusedIsUnreachableAndNamesTheCause() {
        SdkClientException failure =
                SdkClientException.create("Unable to execute HTTP request", new ConnectException("Connection refused"));

        AgentctlException translated = AwsErrors.translate("list clusters", failure);

        assertThat(translated.code()).isEqualTo(ErrorCode.UNREACHABLE);
        assertThat(translated.getMessage()).isEqualTo("could not list clusters: Connection refused");
    }

    @Test
    void missingCredentialsSayHowToGetSome() {
        AgentctlException translated = AwsErrors.translate(
                "list clusters", SdkClientException.create("Unable to load credentials from any of the providers"));

        assertThat(translated.code()).isEqualTo(ErrorCode.NOT_SIGNED_IN);
        assertThat(translated.advice()).contains("--profile").contains("sandbox");
    }

    private static AwsServiceException refusal(String code, int status) {
        return EcsException.builder()
                .statusCode(status)
                .requestId("request-1")
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage("as AWS says")
                        .build())
                .build();
    }
}
