package io.agentctl.control.fargate;

/** The processor of a task, named as ECS names it in a runtime platform. */
public enum Architecture {
    X86_64,
    ARM64
}
