package io.agentctl.control.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token agentctl.ci.SECRETSECRETSECRETSECRETSECRET was refused",
                "https://sts.amazonaws.com/?X-Amz-Signature=SECRET&x=1",
                "X-Amz-Security-Token=SECRET%2F",
                "X-Amz-Credential=SECRET/20260301",
                "Authorization: Bearer SECRET",
                "{\"Authorization\": \"AWS-STS SECRET\"}",
                "Cookie: agentctl=SECRET; b=SECRET",
                "sent Bearer SECRETSECRETSECRET to",
                "key AKIAABCDSECRETSECRET2",
                "password=SECRET",
                "\"client_secret\": \"SECRET\"",
                "api-key: SECRET,",
                "token=SECRET",
                "{\"token\": \"SECRET\"}",
                "aws_secret_access_key = SECRET"
            })
    void whatLooksLikeASecretIsTakenOut(String text) {
        assertThat(Secrets.masked(text)).doesNotContain("SECRET").contains("***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "as operator of ecs",
                "token:ci has not the role operator",
                "arn:aws:iam::111122223333:role/Ops#alice",
                "ecs-service:main/api",
                "the bearer token is not valid here",
                "2026-03-01T12:00:00Z"
            })
    void whatDoesNotStays(String text) {
        assertThat(Secrets.masked(text)).isEqualTo(text);
    }

    @Test
    void anEntryIsOneLineAndSpeaksToNoTerminal() {
        assertThat(Secrets.masked("a\r\nb\u001b[31mc\u202ed\u2028e")).isEqualTo("a b [31mc d e");
    }
}
