"""Does nothing to an article: what is left is the cost of going out and coming back."""
import sys

lines, answers = sys.stdin.buffer, sys.stdout.buffer
lines.readline()
answers.write(b'{"copydesk":1,"name":"echo"}\n')
answers.flush()
for line in lines:
    # {"n":12,…
    answers.write(line[: line.index(b",")] + b',"article":{}}\n')
    answers.flush()
