/** Terraform: modules, variables, resources; and what their task definitions and services configure. */
@NullMarked
package dev.envgate.terraform;

import org.jspecify.annotations.NullMarked;
