/** The configuration file of a team: its services, environments and decisions, each with its place. */
@NullMarked
package dev.envgate.config;

import org.jspecify.annotations.NullMarked;
