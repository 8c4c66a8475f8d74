#!/bin/bash
set -euo pipefail
# $IN_COMMENT
: "${REQUIRED:?must be set}" # read: REQUIRED fails tooling
PORT="${PORT:-8080}" # read: PORT usable tooling
HOST=${HOST-} # read: HOST empty tooling
echo "$TOKEN and ${ALSO}" # read: TOKEN none tooling; ALSO none tooling
echo '$IN_SINGLE ${IN_SINGLE_2}'
OWN=1; echo "$OWN $PORT"
for ITEM in a b; do echo "$ITEM"; done
read -r LINE REST < file; echo "$LINE $REST"
echo "$(basename "${IN_SUBSTITUTION}")" # read: IN_SUBSTITUTION none tooling
printenv PRINTED # read: PRINTED none tooling
echo \$ESCAPED "$lower" $1 $# $? ${#ARRAY[@]} # read: ARRAY none tooling
true # read+2: IN_HEREDOC none tooling
cat <<EOF
$IN_HEREDOC
EOF
cat <<'EOF'
$IN_RAW_HEREDOC
EOF
exec "$@"
