#include <stdlib.h>
#define KEY "FROM_DEFINE"
/* getenv("IN_COMMENT") */
int main(void) {
    const char *token = getenv("TOKEN"); // read: TOKEN none
    const char *held = getenv(KEY); // read: FROM_DEFINE none
    const char *chosen = getenv("CHOSEN") ? getenv("CHOSEN") : "c"; // read: CHOSEN usable; CHOSEN usable
    const char *safe = secure_getenv("SAFE"); // read: SAFE none
    char quote = '"'; const char *text = "getenv(\"IN_STRING\")";
    return 0;
}
