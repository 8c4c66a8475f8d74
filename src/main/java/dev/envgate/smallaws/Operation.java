package dev.envgate.smallaws;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** How one operation is answered. */
@FunctionalInterface
interface Operation {
    ObjectNode answer(World world, Call call);
}
