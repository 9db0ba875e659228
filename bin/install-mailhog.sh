#!/bin/sh
# Builds MailHog 1.0.1 from pinned, checksummed sources (test/mailhog/go.sum) and puts it in GOPATH/bin, where the contract
# test of the mailboxes finds it. Does nothing when it is there already. Without Go there is nothing to build with: says so
# and succeeds, since MailHog is only needed to test against the real one. Exit 1: the build failed.
set -eu

if ! command -v go >/dev/null 2>&1; then
  echo "install-mailhog: Go is not installed, MailHog is skipped (see https://go.dev/dl/)"
  exit 0
fi

bin="$(go env GOBIN)"
[ -n "$bin" ] || bin="$(go env GOPATH | cut -d: -f1)/bin"
if [ -x "$bin/MailHog" ] && go version -m "$bin/MailHog" 2>/dev/null | grep -q 'mailhog/MailHog[[:space:]]*v1\.0\.1'; then
  echo "install-mailhog: $bin/MailHog is there already"
  exit 0
fi

cd "$(dirname "$0")/../test/mailhog"
if ! GOFLAGS=-mod=readonly go install github.com/mailhog/MailHog; then
  echo "install-mailhog: the build failed (is proxy.golang.org, or your GOPROXY, within reach?)" >&2
  exit 1
fi
echo "install-mailhog: $bin/MailHog installed"
