package io.agentctl.sandbox.http;

import io.agentctl.sandbox.protocol.EmulatedService;
import io.agentctl.sandbox.protocol.FormTree;
import io.agentctl.sandbox.protocol.QueryProtocol;
import io.agentctl.sandbox.protocol.RestJsonProtocol;
import io.agentctl.sandbox.protocol.ServiceIdentity;
import io.agentctl.sandbox.protocol.TreeProtocol;
import io.agentctl.sandbox.protocol.WireProtocol;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out which operation of which service a request addresses, and in which protocol. */
final class AddressBook {
    /** The signing name of the service that is passed on rather than emulated. */
    static final String DYNAMODB = "dynamodb";

    private static final String SNS = "sns";

    /** What the links in SNS's messages do, which are followed without a signature. */
    private static final Set<String> FOLLOWED = Set.of("ConfirmSubscription", "Unsubscribe");

    private static final String DYNAMODB_TARGET = "DynamoDB_20120810";
    private static final Pattern RPC_PATH = Pattern.compile("/service/([^/]+)/operation/([^/]+)");

    private final Map<String, String> namesByTarget = new HashMap<>();
    private final Map<String, ServiceIdentity> identities = new HashMap<>();
    private final WireProtocol json10 = TreeProtocol.json10();
    private final WireProtocol json11 = TreeProtocol.json11();
    private final WireProtocol cbor = TreeProtocol.cbor();

    AddressBook(Collection<EmulatedService> services) {
        namesByTarget.put(DYNAMODB_TARGET, DYNAMODB);
        for (EmulatedService service : services) {
            ServiceIdentity identity = service.identity();
            identities.put(identity.name(), identity);
            if (identity.routes().isEmpty()) {
                namesByTarget.put(identity.targetPrefix(), identity.name());
            }
        }
    }

    /** Where the request goes, or empty when it is nothing that any service here understands. */
    Optional<Address> find(Request request) {
        Matcher rpc = RPC_PATH.matcher(request.uri().getPath());
        if (rpc.matches() && request.header("smithy-protocol").equals("rpc-v2-cbor")) {
            return named(rpc.group(1)).map(name -> new Address(name, rpc.group(2), cbor));
        }
        String target = request.header("X-Amz-Target");
        int dot = target.lastIndexOf('.');
        if (dot > 0) {
            WireProtocol json = request.header("Content-Type").contains("json-1.0") ? json10 : json11;
            return named(target.substring(0, dot)).map(name -> new Address(name, target.substring(dot + 1), json));
        }
        Optional<Address> rest = rest(request);
        return rest.isPresent() ? rest : query(request);
    }

    /** By the path, signed or not; a signed request that no route matches is one that the sandbox does not emulate. */
    private Optional<Address> rest(Request request) {
        String path = request.uri().getRawPath();
        Map<String, List<String>> query = Parameters.all(request.uri());
        for (ServiceIdentity identity : identities.values()) {
            Optional<RestJsonProtocol> protocol = RestJsonProtocol.match(
                    identity.routes(), request.method(), path, query, name -> Optional.of(request.header(name))
                            .filter(value -> !value.isEmpty()));
            if (protocol.isPresent()) {
                return Optional.of(
                        new Address(identity.name(), protocol.get().route().operation(), protocol.get()));
            }
        }
        ServiceIdentity signed = identities.get(request.signingName());
        return signed == null || signed.routes().isEmpty()
                ? Optional.empty()
                : Optional.of(new Address(signed.name(), request.method() + " " + path, RestJsonProtocol.unmatched()));
    }

    private Optional<String> named(String target) {
        return Optional.ofNullable(namesByTarget.get(target));
    }

    private Optional<Address> query(Request request) {
        FormTree form = FormTree.parse(request.form());
        Optional<String> action = form.textOf("Action");
        ServiceIdentity identity = identities.get(
                action.filter(FOLLOWED::contains).isPresent()
                                && request.signingName().isEmpty()
                        ? SNS
                        : request.signingName());
        if (identity == null || identity.xmlNamespace().isEmpty()) {
            return Optional.empty();
        }
        return action.map(name -> new Address(identity.name(), name, new QueryProtocol(identity.xmlNamespace())));
    }
}
