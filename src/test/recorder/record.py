"""Stands between the program and an emulator, and writes down every operation that is asked for, before it is answered.

    python record.py --plain PORT --deep PORT --to http://127.0.0.1:4566 --log FILE [--deny iam:SimulatePrincipalPolicy]

Runs with --deep ask the one port and all others the other, so that the log tells them apart. A line of it has three columns: `plain` or
`deep`, the operation as policies of IAM name it, and `decrypted` where a parameter is asked for in clear. What is denied is logged, too,
and answered as IAM answers somebody who may not ask.
"""

import argparse
import http.client
import json
import threading
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PREFIXES = {
    "AmazonEC2ContainerServiceV20141113": "ecs",
    "secretsmanager": "secretsmanager",
    "AmazonSSM": "ssm",
    "AWSEvents": "events",
    "TrentService": "kms",
    "AmazonEC2ContainerRegistry_V20150921": "ecr",
}

# Between two hosts only, or written anew.
OF_THE_CONNECTION = {"connection", "keep-alive", "transfer-encoding", "content-length", "date", "server"}

DENIED = (
    "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code>"
    "<Message>The recorder denies %s.</Message></Error></ErrorResponse>"
)


class Recorder(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        asked = operation(self.command, self.path, self.headers, body)
        self.server.write(asked, decrypted(asked, body))
        if asked in self.server.denied:
            self.answer(403, [("Content-Type", "text/xml")], (DENIED % asked).encode())
            return
        emulator = http.client.HTTPConnection(self.server.emulator, timeout=60)
        try:
            headers = {key: value for key, value in self.headers.items() if key.lower() not in OF_THE_CONNECTION}
            emulator.request(self.command, self.path, body or None, headers)
            answer = emulator.getresponse()
            self.answer(answer.status, answer.getheaders(), answer.read())
        finally:
            emulator.close()

    do_GET = do_PUT = do_DELETE = do_HEAD = do_POST

    def answer(self, status, headers, content):
        self.send_response(status)
        for key, value in headers:
            if key.lower() not in OF_THE_CONNECTION:
                self.send_header(key, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, *ignored):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True
    writing = threading.Lock()

    def __init__(self, port, mode, given):
        super().__init__(("127.0.0.1", port), Recorder)
        self.mode = mode
        self.log = given.log
        self.denied = set(given.deny)
        self.emulator = urllib.parse.urlsplit(given.to).netloc

    def write(self, asked, decrypted):
        with self.writing, open(self.log, "a", encoding="utf-8") as log:
            log.write("%s\t%s\t%s\n" % (self.mode, asked, "decrypted" if decrypted else ""))


def operation(method, path, headers, body):
    target = headers.get("X-Amz-Target", "")
    if target:
        prefix, _, name = target.rpartition(".")
        return PREFIXES.get(prefix, prefix) + ":" + name
    service = (headers.get("Authorization", "").partition("Credential=")[2].split("/")[3:4] or ["?"])[0]
    where = urllib.parse.urlsplit(path)
    action = urllib.parse.parse_qs(body.decode("utf-8", "replace")).get("Action")
    if action and service in ("iam", "sts"):
        return service + ":" + action[0]
    if method == "GET" and service == "scheduler" and where.path == "/schedules":
        return "scheduler:ListSchedules"
    if method == "GET" and service == "scheduler" and where.path.startswith("/schedules/"):
        return "scheduler:GetSchedule"
    if method == "GET" and service == "s3" and where.path.count("/") > 1 and only_names_itself(where.query):
        return "s3:GetObject"
    return "%s:%s %s" % (service, method, path)


def only_names_itself(query):
    """Other queries ask for something else of an object than its content: `?acl`, `?tagging`."""
    return not query or query == "x-id=GetObject"


def decrypted(asked, body):
    return asked.startswith("ssm:") and json.loads(body or b"{}").get("WithDecryption") is True


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--plain", type=int, required=True)
    arguments.add_argument("--deep", type=int, required=True)
    arguments.add_argument("--to", required=True)
    arguments.add_argument("--log", required=True)
    arguments.add_argument("--deny", action="append", default=[])
    given = arguments.parse_args()
    deep = Server(given.deep, "deep", given)
    threading.Thread(target=deep.serve_forever, daemon=True).start()
    Server(given.plain, "plain", given).serve_forever()


if __name__ == "__main__":
    main()
