package io.agentctl.control.aws;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.util.Locale;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** Turns what the SDK throws into what an operator can act on. The cause is kept, for those who know better. */
final class AwsErrors {

    private static final Set<String> CREDENTIALS_REFUSED = Set.of(
            "ExpiredToken",
            "ExpiredTokenException",
            "RequestExpired",
            "InvalidClientTokenId",
            "UnrecognizedClientException",
            "InvalidSignatureException",
            "SignatureDoesNotMatch",
            "IncompleteSignature",
            "MissingAuthenticationToken",
            "MissingAuthenticationTokenException");

    private AwsErrors() {}

    static AgentctlException translate(String doing, SdkException failure) {
        if (failure instanceof AwsServiceException refused) {
            return service(doing, refused);
        }
        if (failure instanceof AbortedException) {
            return make(ErrorCode.INTERRUPTED, "interrupted while it tried to " + doing, "", failure);
        }
        if (failure instanceof ApiCallTimeoutException || failure instanceof ApiCallAttemptTimeoutException) {
            return make(
                    ErrorCode.UNREACHABLE,
                    "could not " + doing + ": no answer in time",
                    "Check the network and --endpoint-url, or allow more time with --timeout.",
                    failure);
        }
        if (failure instanceof SdkClientException && mentions(failure, "credentials")) {
            return make(
                    ErrorCode.NOT_SIGNED_IN,
                    "could not " + doing + ": there are no AWS credentials",
                    "Sign in (for example: aws sso login), or name a profile with --profile. To try without an"
                            + " account: agentctl sandbox start, then --context sandbox.",
                    failure);
        }
        return make(
                ErrorCode.UNREACHABLE,
                "could not " + doing + ": " + rootMessage(failure),
                "Check the network, the region and --endpoint-url.",
                failure);
    }

    private static AgentctlException service(String doing, AwsServiceException refused) {
        String code = code(refused);
        if (refused.isThrottlingException() || code.equals("SlowDown")) {
            return make(
                    ErrorCode.THROTTLED,
                    "could not " + doing + ": AWS is throttling these calls (" + code + ")",
                    "Nothing is wrong; try again in a minute.",
                    refused);
        }
        if (CREDENTIALS_REFUSED.contains(code)) {
            return make(
                    ErrorCode.NOT_SIGNED_IN,
                    "could not " + doing + ": the AWS credentials are not accepted or have expired (" + code + ")",
                    "Sign in again (for example: aws sso login), or name another profile with --profile.",
                    refused);
        }
        if (code.startsWith("AccessDenied") || code.equals("UnauthorizedOperation") || refused.statusCode() == 403) {
            return make(
                    ErrorCode.NOT_ALLOWED,
                    "not allowed to " + doing + ": " + details(refused),
                    "Ask for the permission, or use another profile with --profile.",
                    refused);
        }
        if (refused.statusCode() >= 500) {
            return make(
                    ErrorCode.UNREACHABLE,
                    "could not " + doing + ": AWS failed (" + refused.statusCode() + " " + code + ")",
                    "Try again; if it goes on, look at the AWS Health Dashboard.",
                    refused);
        }
        return make(ErrorCode.FAILED, "could not " + doing + ": " + details(refused), "", refused);
    }

    private static AgentctlException make(ErrorCode code, String message, String advice, SdkException cause) {
        String requestId = cause instanceof AwsServiceException refused ? refused.requestId() : null;
        return new AgentctlException(code, message, advice, requestId, cause);
    }

    private static String code(AwsServiceException refused) {
        return refused.awsErrorDetails() == null || refused.awsErrorDetails().errorCode() == null
                ? "HTTP " + refused.statusCode()
                : refused.awsErrorDetails().errorCode();
    }

    private static String details(AwsServiceException refused) {
        String message = refused.awsErrorDetails() == null
                ? refused.getMessage()
                : refused.awsErrorDetails().errorMessage();
        return code(refused) + (message == null || message.isBlank() ? "" : ": " + message);
    }

    private static boolean mentions(Throwable failure, String word) {
        return failure.getMessage() != null
                && failure.getMessage().toLowerCase(Locale.ROOT).contains(word);
    }

    private static String rootMessage(Throwable failure) {
        if (failure instanceof NameEndpoint.Unreachable) {
            return failure.getMessage();
        }
        Throwable root = NameEndpoint.rootOf(failure);
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
