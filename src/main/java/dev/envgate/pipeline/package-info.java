/** How the repository deploys, as far as its pipelines say: which steps copy the revision that runs. */
@NullMarked
package dev.envgate.pipeline;

import org.jspecify.annotations.NullMarked;
