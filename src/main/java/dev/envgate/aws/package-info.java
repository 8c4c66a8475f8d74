/** The live side: what AWS says of services, task definitions and stores, as facts. The only package that sees the AWS SDK. */
@NullMarked
package dev.envgate.aws;

import org.jspecify.annotations.NullMarked;
