package io.agentctl.sandbox.lambda;

import io.agentctl.sandbox.protocol.RestRoute;
import java.util.List;

/** The methods and paths by which requests name the operations, as the service model has them. */
final class LambdaRoutes {
    private static final String FUNCTION = "/2015-03-31/functions/{FunctionName}";
    private static final String RESERVED = "/2017-10-31/functions/{FunctionName}/concurrency";
    private static final String PROVISIONED = "/2019-09-30/functions/{FunctionName}/provisioned-concurrency";
    private static final String TAGS = "/2017-03-31/tags/{Resource}";
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;
    private static final int NO_CONTENT = 204;

    private LambdaRoutes() {}

    static List<RestRoute> all() {
        return List.of(
                RestRoute.of("ListFunctions", "GET", "/2015-03-31/functions"),
                RestRoute.of("GetFunction", "GET", FUNCTION),
                RestRoute.of("DeleteFunction", "DELETE", FUNCTION),
                RestRoute.of("GetFunctionConfiguration", "GET", FUNCTION + "/configuration"),
                RestRoute.of("UpdateFunctionConfiguration", "PUT", FUNCTION + "/configuration"),
                RestRoute.of("UpdateFunctionCode", "PUT", FUNCTION + "/code"),
                RestRoute.of("ListVersionsByFunction", "GET", FUNCTION + "/versions"),
                new RestRoute("PublishVersion", "POST", FUNCTION + "/versions", CREATED),
                RestRoute.of("ListAliases", "GET", FUNCTION + "/aliases"),
                new RestRoute("CreateAlias", "POST", FUNCTION + "/aliases", CREATED),
                RestRoute.of("GetAlias", "GET", FUNCTION + "/aliases/{Name}"),
                RestRoute.of("UpdateAlias", "PUT", FUNCTION + "/aliases/{Name}"),
                new RestRoute("DeleteAlias", "DELETE", FUNCTION + "/aliases/{Name}", NO_CONTENT),
                RestRoute.of("Invoke", "POST", FUNCTION + "/invocations"),
                RestRoute.of("GetFunctionConcurrency", "GET", "/2019-09-30/functions/{FunctionName}/concurrency"),
                RestRoute.of("PutFunctionConcurrency", "PUT", RESERVED),
                new RestRoute("DeleteFunctionConcurrency", "DELETE", RESERVED, NO_CONTENT),
                RestRoute.of("ListProvisionedConcurrencyConfigs", "GET", PROVISIONED + "?List=ALL"),
                RestRoute.of("GetProvisionedConcurrencyConfig", "GET", PROVISIONED),
                new RestRoute("PutProvisionedConcurrencyConfig", "PUT", PROVISIONED, ACCEPTED),
                new RestRoute("DeleteProvisionedConcurrencyConfig", "DELETE", PROVISIONED, NO_CONTENT),
                RestRoute.of("GetAccountSettings", "GET", "/2016-08-19/account-settings"),
                RestRoute.of("ListTags", "GET", TAGS),
                new RestRoute("TagResource", "POST", TAGS, NO_CONTENT),
                new RestRoute("UntagResource", "DELETE", TAGS, NO_CONTENT));
    }
}
