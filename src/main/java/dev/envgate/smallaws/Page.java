package dev.envgate.smallaws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Part of a long list, cut as AWS cuts it: so many at a time, and a token for the rest. */
record Page(List<String> items, String nextToken) {
    static Page of(List<String> all, Call call, String sizeField, String tokenField, int most) {
        int from =
                Math.min(all.size(), call.optional(tokenField).map(Page::offset).orElse(0));
        int to = Math.min(all.size(), from + Math.clamp(call.number(sizeField, most), 1, most));
        return new Page(all.subList(from, to), to < all.size() ? "after-" + to : "");
    }

    private static int offset(String token) {
        if (!token.matches("after-\\d{1,9}")) {
            throw new Refusal("InvalidParameterException", "Invalid token.");
        }
        return Integer.parseInt(token.substring("after-".length()));
    }

    /** The page as the answer of an operation of ECS. */
    ObjectNode as(String field) {
        ObjectNode answer = World.object();
        items.forEach(answer.putArray(field)::add);
        return addToken(answer, "nextToken");
    }

    ObjectNode addToken(ObjectNode answer, String field) {
        return nextToken.isEmpty() ? answer : answer.put(field, nextToken);
    }
}
