package io.agentctl.control.rightsizing;

import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.Risk;
import java.util.List;

/**
 * The advice on one service, as it is printed.
 *
 * @param cluster the cluster's name, empty for usage from a file
 * @param service the service's name, or the file's
 * @param finding whether it is too large, too small, right, or cannot be told
 * @param reasons most important first
 * @param risk how much can go wrong if the advice is taken
 * @param current what runs and what it costs
 * @param advised what should run
 * @param monthly what taking the advice changes in US dollars a month; negative saves
 * @param used how much of the size in force was used
 * @param stranded what is paid for and unused now
 * @param pattern rhythm and growth
 * @param walkForward how the method did on this very history
 * @param data how much the advice rests on
 * @param confidence how far that carries
 * @param alternatives other choices, cheapest first
 * @param notes what had to be put right in the data, a sentence each
 */
public record ServiceAdvice(
        String cluster,
        String service,
        Finding finding,
        List<Reason> reasons,
        Risk risk,
        Sizing current,
        Sizing advised,
        Money monthly,
        Used used,
        Stranded stranded,
        DemandPattern pattern,
        WalkForward walkForward,
        DataUsed data,
        Confidence confidence,
        List<Alternative> alternatives,
        List<String> notes) {

    public ServiceAdvice {
        notes = List.copyOf(notes);
    }

    static ServiceAdvice of(String cluster, String service, Advice advice, ServiceUsage usage, List<String> notes) {
        return new ServiceAdvice(
                cluster,
                service,
                advice.finding(),
                advice.reasons(),
                advice.risk(),
                advice.current(),
                advice.advised(),
                advice.monthly(),
                Used.of(usage),
                advice.stranded(),
                advice.pattern(),
                advice.walkForward(),
                advice.data(),
                advice.confidence(),
                advice.alternatives(),
                notes);
    }
}
