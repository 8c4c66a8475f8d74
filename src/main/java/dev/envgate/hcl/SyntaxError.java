package dev.envgate.hcl;

import dev.envgate.text.Problem;

/** Leaves the item that cannot be read, up to the body that holds it, which notes the problem and goes on behind it. */
final class SyntaxError extends RuntimeException {
    private final transient Problem problem;

    SyntaxError(Problem problem) {
        super(null, null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
