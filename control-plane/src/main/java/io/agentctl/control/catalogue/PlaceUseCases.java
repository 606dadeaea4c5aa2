package io.agentctl.control.catalogue;

import io.agentctl.control.plan.Target;
import io.agentctl.control.project.DescribeAccount;
import io.agentctl.control.windows.run.ProjectServices;
import java.util.List;

/** What can be asked of a place itself. */
public final class PlaceUseCases {

    /** Nothing needs to be said. */
    public record Asking() {}

    /** Account and region. */
    public static final NamedUseCase<Asking, Target> HERE =
            NamedUseCase.reading("place.here", Asking.class, Target.class, here -> (asking, progress) -> here.here());

    /** The project's services that are there. */
    public static final NamedUseCase<Asking, ProjectServices> SERVICES = NamedUseCase.reading(
            "place.services",
            Asking.class,
            ProjectServices.class,
            here -> (asking, progress) -> here.projectServices());

    /** What an account has that a project file could name. */
    public static final NamedUseCase<DescribeAccount.Request, DescribeAccount.Result> DESCRIBE = NamedUseCase.reading(
            "place.describe",
            DescribeAccount.Request.class,
            DescribeAccount.Result.class,
            here -> new DescribeAccount(here::here, here.ecs().gateway(), here.aws()::dynamoDb));

    private PlaceUseCases() {}

    static List<NamedUseCase<?, ?>> all() {
        return List.of(HERE, SERVICES, DESCRIBE);
    }
}
