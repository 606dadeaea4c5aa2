package io.agentctl.sandbox.lambda;

import io.agentctl.sandbox.protocol.RestRoute;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetAliasRequest;
import software.amazon.awssdk.services.lambda.model.GetAliasResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionResponse;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.ListAliasesRequest;
import software.amazon.awssdk.services.lambda.model.ListAliasesResponse;
import software.amazon.awssdk.services.lambda.model.ListFunctionsRequest;
import software.amazon.awssdk.services.lambda.model.ListFunctionsResponse;
import software.amazon.awssdk.services.lambda.model.ListVersionsByFunctionRequest;
import software.amazon.awssdk.services.lambda.model.ListVersionsByFunctionResponse;

/** The SDK's client interface over the functions; what it does not override, the interface refuses. */
public final class LambdaEmulation implements LambdaClient {
    private static final String FUNCTION = "/2015-03-31/functions/{FunctionName}";

    private final LambdaState state;
    private final FunctionQueries queries;
    private final Invoker invoker;

    /** An emulation over a state. */
    public LambdaEmulation(LambdaState state) {
        this.state = state;
        this.queries = new FunctionQueries(state);
        this.invoker = new Invoker(state);
    }

    /** The methods and paths by which requests name the operations, as the service model has them. */
    public static List<RestRoute> routes() {
        return List.of(
                RestRoute.of("ListFunctions", "GET", "/2015-03-31/functions"),
                RestRoute.of("GetFunction", "GET", FUNCTION),
                RestRoute.of("GetFunctionConfiguration", "GET", FUNCTION + "/configuration"),
                RestRoute.of("ListVersionsByFunction", "GET", FUNCTION + "/versions"),
                RestRoute.of("ListAliases", "GET", FUNCTION + "/aliases"),
                RestRoute.of("GetAlias", "GET", FUNCTION + "/aliases/{Name}"),
                RestRoute.of("Invoke", "POST", FUNCTION + "/invocations"));
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Nothing is held open.
    }

    private <Q, R> R now(Function<Q, R> operation, Q request) {
        return state.simulation().now(() -> operation.apply(request));
    }

    @Override
    public ListFunctionsResponse listFunctions(ListFunctionsRequest request) {
        return now(queries::list, request);
    }

    @Override
    public GetFunctionResponse getFunction(GetFunctionRequest request) {
        return now(queries::get, request);
    }

    @Override
    public GetFunctionConfigurationResponse getFunctionConfiguration(GetFunctionConfigurationRequest request) {
        return now(queries::configuration, request);
    }

    @Override
    public ListVersionsByFunctionResponse listVersionsByFunction(ListVersionsByFunctionRequest request) {
        return now(queries::versions, request);
    }

    @Override
    public ListAliasesResponse listAliases(ListAliasesRequest request) {
        return now(queries::aliases, request);
    }

    @Override
    public GetAliasResponse getAlias(GetAliasRequest request) {
        return now(queries::alias, request);
    }

    @Override
    public InvokeResponse invoke(InvokeRequest request) {
        return invoker.invoke(request);
    }
}
