"""Stands between the program and an emulator, and writes down every operation that is asked for.

    python record.py PORT http://127.0.0.1:4566 FILE
"""

import sys
import urllib.error
import urllib.parse
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PREFIXES = {
    "AmazonEC2ContainerServiceV20141113": "ecs",
    "secretsmanager": "secretsmanager",
    "AmazonSSM": "ssm",
    "AWSEvents": "events",
    "TrentService": "kms",
}


class Recorder(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        with open(sys.argv[3], "a", encoding="utf-8") as log:
            log.write(self.operation(body) + "\n")
        headers = {key: value for key, value in self.headers.items() if key.lower() != "connection"}
        request = urllib.request.Request(sys.argv[2] + self.path, body or None, headers, method=self.command)
        try:
            answer = urllib.request.urlopen(request, timeout=30)
        except urllib.error.HTTPError as refused:
            answer = refused
        content = answer.read()
        self.send_response(answer.status)
        for key in ("Content-Type", "x-amzn-errortype", "x-amzn-requestid", "ETag"):
            if key in answer.headers:
                self.send_header(key, answer.headers[key])
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_PUT = do_DELETE = do_HEAD = do_POST

    def operation(self, body):
        target = self.headers.get("X-Amz-Target", "")
        if target:
            prefix, _, name = target.rpartition(".")
            return PREFIXES.get(prefix, prefix) + ":" + name
        service = self.headers.get("Authorization", "").partition("Credential=")[2].split("/")[3:4]
        action = urllib.parse.parse_qs(body.decode("utf-8", "replace")).get("Action")
        return (service or ["?"])[0] + ":" + (action[0] if action else self.command + " " + self.path)

    def log_message(self, *ignored):
        pass


if __name__ == "__main__":
    ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Recorder).serve_forever()
