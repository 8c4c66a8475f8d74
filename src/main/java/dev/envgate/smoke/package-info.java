/** Calls the endpoints that a configuration names, after a deploy. It calls no other host, and keeps of an answer only whether some texts are in it. */
@NullMarked
package dev.envgate.smoke;

import org.jspecify.annotations.NullMarked;
