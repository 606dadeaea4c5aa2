package io.agentctl.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.agentctl.sandbox.fault.FaultKind;
import io.agentctl.sandbox.fault.Faults;
import io.agentctl.sandbox.protocol.ByteSink;
import io.agentctl.sandbox.protocol.EmulatedService;
import io.agentctl.sandbox.protocol.MalformedRequestException;
import io.agentctl.sandbox.protocol.Operation;
import io.agentctl.sandbox.protocol.QueryProtocol;
import io.agentctl.sandbox.protocol.WireError;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;

/** Answers the calls of AWS clients. */
final class AwsHandler implements HttpHandler {
    private static final int NOT_FOUND = 404;

    private final AddressBook addresses;
    private final Supplier<Backend> backends;
    private final CallLog log;

    AwsHandler(AddressBook addresses, Supplier<Backend> backends, CallLog log) {
        this.addresses = addresses;
        this.backends = backends;
        this.log = log;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Backend backend = backends.get();
        Request request = Request.read(exchange);
        Optional<Address> address = addresses.find(request);
        if (address.isEmpty()) {
            Exchanges.send(exchange, Reply.of(NOT_FOUND, "text/plain", "The sandbox emulates no such service.\n"));
            return;
        }
        answer(exchange, backend, request, address.get());
    }

    private void answer(HttpExchange exchange, Backend backend, Request request, Address address) throws IOException {
        Faults.Verdict verdict = backend.faults().decide(address.service(), address.operation());
        sleep(verdict.latency());
        Optional<FaultKind> refusal = verdict.refusal();
        Outcome outcome = refusal.isPresent()
                ? new Outcome(error(address, Refusals.of(refusal.get(), address, backend.caller())), "")
                : survive(backend, request, address);
        log.add(sequence -> new Call(
                sequence,
                backend.clock().instant(),
                address.service(),
                address.operation(),
                !Operation.reads(address.operation()),
                outcome.resource(),
                outcome.parts(),
                verdict.loses() ? 0 : outcome.reply().status(),
                verdict.kinds().stream().map(FaultKind::spelling).toList(),
                request.header("User-Agent")));
        if (verdict.loses()) {
            // Closing before any header is sent drops the connection: the caller cannot know what happened.
            exchange.close();
        } else {
            Exchanges.send(exchange, outcome.reply());
        }
    }

    private static void sleep(Duration latency) {
        try {
            Thread.sleep(latency);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An error of the sandbox's own is answered as one of the service's: a dropped connection would tell nothing. */
    private static Outcome survive(Backend backend, Request request, Address address) {
        try {
            return perform(backend, request, address);
        } catch (RuntimeException e) {
            return new Outcome(error(address, Refusals.broken(e)), "");
        }
    }

    private static Outcome perform(Backend backend, Request request, Address address) {
        if (address.service().equals(AddressBook.DYNAMODB)) {
            return DynamoDbGate.pass(backend.dynamoDb(), request);
        }
        EmulatedService service = backend.services().get(address.service());
        Optional<Operation> operation = service.operation(address.operation());
        if (operation.isEmpty()) {
            return new Outcome(error(address, Refusals.unknownOperation(address)), "");
        }
        Optional<WireError> forged = request.presigned() ? Signatures.fault(request, Instant.now()) : Optional.empty();
        if (forged.isPresent()) {
            return new Outcome(error(address, forged.get()), "");
        }
        byte[] body = address.protocol() instanceof QueryProtocol ? request.form() : request.body();
        try {
            SdkRequest decoded = address.protocol().readRequest(operation.get(), body);
            SdkRequest asked = Signatures.signed(request, decoded);
            return new Outcome(invoke(service, operation.get(), asked, address), ResourceHint.of(decoded));
        } catch (MalformedRequestException e) {
            return new Outcome(error(address, Refusals.malformed(e.getMessage())), "");
        }
    }

    private static Reply invoke(EmulatedService service, Operation operation, SdkRequest request, Address address) {
        try {
            SdkPojo response = operation.invoke(service.client(), request);
            String requestId = UUID.randomUUID().toString();
            ByteSink body = new ByteSink();
            address.protocol().writeResponse(response, operation.name(), requestId, body);
            Map<String, String> headers = headers(address, requestId);
            headers.putAll(address.protocol().headers(response));
            return new Reply(address.protocol().status(response), headers, body);
        } catch (AwsServiceException e) {
            return error(address, WireError.of(e, service.identity().errorShapes()));
        } catch (UnsupportedOperationException e) {
            return error(address, Refusals.unknownOperation(address));
        }
    }

    private static Reply error(Address address, WireError error) {
        String requestId = UUID.randomUUID().toString();
        ByteSink body = new ByteSink();
        address.protocol().writeError(error, requestId, body);
        Map<String, String> headers = headers(address, requestId);
        headers.putAll(address.protocol().errorHeaders(error));
        return new Reply(error.status(), headers, body);
    }

    private static Map<String, String> headers(Address address, String requestId) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", address.protocol().contentType());
        headers.put("x-amzn-RequestId", requestId);
        if (address.protocol().contentType().equals("application/cbor")) {
            headers.put("smithy-protocol", "rpc-v2-cbor");
        }
        return headers;
    }
}
