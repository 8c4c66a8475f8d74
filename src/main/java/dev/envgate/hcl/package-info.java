/** The HCL language as Terraform uses it: syntax tree, expressions, values with unknowns and origins, functions. It has not heard of ECS. */
@NullMarked
package dev.envgate.hcl;

import org.jspecify.annotations.NullMarked;
