//go:build tools

// Package tools names the mail server that the contract test of the mailboxes starts, so that go.mod pins it.
package tools

import _ "github.com/mailhog/MailHog"
