#!/bin/sh
# An example of a stage in two lines of shell: jq counts the words of each article.
#
#   - exec: {command: [sh, words.sh], writes: [extensions.words]}
#
# jq must write each answer at once: --unbuffered.
exec jq --unbuffered --compact-output '
    if .copydesk then {copydesk: 1, name: "words"}
    else {n, article: {extensions: {words: (.article.text // "" | [split(" ")[] | split("\n")[] | select(. != "")] | length)}}} end'
