package io.agentctl.dist;

import java.lang.classfile.constantpool.InvokeDynamicEntry;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;

/**
 * Names of the places in a class where the JVM makes lambdas and concatenations. The compiler counts lambdas through a
 * class; the count is left out of their names, so that one that is added does not rename the others.
 */
final class CallSites {

    private CallSites() {}

    /** The name, such as {@code run:lambda$start$}; some of a class may share it. */
    static String name(InvokeDynamicEntry site) {
        for (LoadableConstantEntry argument : site.bootstrap().arguments()) {
            if (argument instanceof MethodHandleEntry implementation) {
                String method = implementation.reference().name().stringValue();
                return site.name().stringValue() + ":" + method.replaceFirst("[0-9]+$", "");
            }
        }
        return site.name().stringValue();
    }
}
