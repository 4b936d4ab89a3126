#!/usr/bin/env bash
# A walk through Sidetone's local API with curl.
#
#   SIDETONE_TOKEN=... ./walk-through.sh          reads, and writes one note
#   SIDETONE_TOKEN=... ./walk-through.sh --send   also asks for a call and sends a text
#
# SIDETONE_URL     where the API is; http://127.0.0.1:17846 unless told otherwise
# SIDETONE_NUMBER  whom the note, the call and the text are for
set -euo pipefail

url="${SIDETONE_URL:-http://127.0.0.1:17846}/api/v1"
number="${SIDETONE_NUMBER:-+12125550142}"
: "${SIDETONE_TOKEN:?create one in Settings > Other programs}"

# The token goes through a file of its own: arguments are there for every user to read.
config="$(mktemp)"
trap 'rm -f "$config"' EXIT
printf 'header = "Authorization: Bearer %s"\n' "$SIDETONE_TOKEN" > "$config"

step() { printf '\n\n# %s\n' "$1"; }
ask() { curl --silent --show-error --config "$config" "$@"; }
post() { ask --header 'Content-Type: application/json' --data "$2" "$url$1" "${@:3}"; }

step 'Can calls and texts go out?'
ask "$url/ringcentral/status"

step 'The latest three calls, and the latest three texts'
ask "$url/ringcentral/call-log?limit=3"
ask "$url/ringcentral/sms-history?limit=3"

step 'Who has this number?'
ask --get --data-urlencode "number=$number" "$url/contacts"

step 'Everything that has a word'
ask --get --data-urlencode 'q=rate' --data 'limit=5' "$url/search"

step 'A note about whoever has the number, and all of theirs'
post /notes "{\"number\": \"$number\", \"text\": \"Asked for a quote.\", \"outcome\": \"Reached\"}"
ask --get --data-urlencode "number=$number" --data 'limit=5' "$url/notes"

step 'What goes wrong is said in "detail": an emergency number is refused'
post /ringcentral/call '{"to_number": "911"}'

step 'Two seconds of events'
ask --no-buffer --max-time 2 "$url/events?types=call.ringing,call.ended,message.received" 2>/dev/null || true

[ "${1:-}" = '--send' ] || exit 0

# The same key for the same wish: sent twice, it is done once.
key="walk-through-$(date +%s)"

step 'Ask for a call: a card waits for your yes'
post /ringcentral/call "{\"to_number\": \"$number\"}" --header "Idempotency-Key: $key-call"

step 'Send a text, and see what has become of it'
post /ringcentral/sms "{\"to_number\": \"$number\", \"message\": \"Your documents have arrived.\"}" \
  --header "Idempotency-Key: $key-text"
ask "$url/ringcentral/sms-history?limit=1"
printf '\n'
