package io.agentctl.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.Runtime;

/** Moto plays Lambda: the same tests must hold. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MotoLambdaIT implements LambdaContract {
    private static final String ROLE = "arn:aws:iam::123456789012:role/runs-functions";

    private MotoServer moto;
    private LambdaClient lambda;
    private int functions;

    @Override
    public LambdaClient lambda() {
        return lambda;
    }

    @Override
    public String function() {
        String name = "function-" + functions++;
        lambda.createFunction(request -> request.functionName(name)
                .runtime(Runtime.PYTHON3_13)
                .handler("function.handler")
                .role(ROLE)
                .memorySize(256)
                .code(code -> code.zipFile(zip())));
        return name;
    }

    private static SdkBytes zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("function.py"));
            zip.write("def handler(event, context): return event\n".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return SdkBytes.fromByteArray(bytes.toByteArray());
    }

    @BeforeAll
    void start() throws IOException, InterruptedException {
        moto = MotoServer.start();
        lambda = Clients.of(LambdaClient.builder(), moto.endpoint());
        createRole();
    }

    /** Moto wants the role to be there; one call is not worth a client of another service. */
    private void createRole() throws IOException, InterruptedException {
        String form = "Action=CreateRole&Version=2010-05-08&RoleName=runs-functions&AssumeRolePolicyDocument="
                + URLEncoder.encode("{\"Version\": \"2012-10-17\", \"Statement\": []}", StandardCharsets.UTF_8);
        try (HttpClient http = HttpClient.newHttpClient()) {
            int status = http.send(
                            HttpRequest.newBuilder(moto.endpoint())
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .header(
                                            "Authorization",
                                            "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/iam/aws4_request,"
                                                    + " SignedHeaders=host, Signature=none")
                                    .POST(HttpRequest.BodyPublishers.ofString(form))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            assertThat(status).isEqualTo(200);
        }
    }

    @AfterAll
    void stop() {
        if (moto != null) {
            lambda.close();
            moto.close();
        }
    }
}
