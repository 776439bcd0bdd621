"""HTTP as tables: which fields live for one hop only, which are bound to a body or to a host."""

from __future__ import annotations

HOP_BY_HOP = frozenset(
    {
        "connection",
        "http2-settings",
        "keep-alive",
        "proxy-authenticate",
        "proxy-authentication-info",
        "proxy-authorization",
        "proxy-connection",
        "sec-websocket-accept",
        "sec-websocket-extensions",
        "sec-websocket-key",
        "sec-websocket-protocol",
        "sec-websocket-version",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
    }
)
"""RFC 9110 §7.6.1, and what else is said to the next hop only."""

FORWARDING = frozenset(
    {
        "cdn-loop",
        "cf-connecting-ip",
        "fastly-client-ip",
        "forwarded",
        "front-end-https",
        # of a CGI it would become HTTP_PROXY, and name the proxy for the requests of its own
        "proxy",
        "true-client-ip",
        "via",
        "x-client-ip",
        "x-cluster-client-ip",
        "x-forwarded",
        "x-forwarded-for",
        "x-forwarded-host",
        "x-forwarded-port",
        "x-forwarded-prefix",
        "x-forwarded-proto",
        "x-forwarded-scheme",
        "x-forwarded-server",
        "x-forwarded-ssl",
        "x-host",
        "x-http-method",
        "x-http-method-override",
        "x-method-override",
        "x-original-host",
        "x-original-url",
        "x-real-ip",
        "x-rewrite-url",
        "x-url-scheme",
    }
)
"""What only a proxy may say: from a visitor these are forgeries, so they are deleted."""

PASSWORD_SCHEMES = frozenset({"basic", "digest", "negotiate", "ntlm"})
"""Authentication schemes in which a browser asks a person for a password, or answers for them."""

CONDITIONS = frozenset(
    {"if-match", "if-modified-since", "if-none-match", "if-range", "if-unmodified-since"}
)
"""Request fields that ask about a representation (RFC 9110 §13.1)."""

RANGE = frozenset({"if-range", "range"})
"""Request fields that ask for a piece of a representation (RFC 9110 §14)."""

BODY_BOUND = frozenset(
    {
        "accept-ranges",
        "content-digest",
        "content-encoding",
        "content-length",
        "content-md5",
        "content-range",
        "digest",
        "etag",
        "last-modified",
        "repr-digest",
        "signature",
        "signature-input",
    }
)
"""Reply fields that are true of the origin's bytes only, and false once we changed them."""

FOR_SERVERS = frozenset(
    {
        "x-accel-charset",
        "x-accel-expires",
        "x-accel-redirect",
        "x-lighttpd-send-file",
        "x-lighttpd-send-tempfile",
        "x-sendfile",
    }
)
"""Reply fields that a web server before us would obey: only what stands behind it may tell it so."""

HOST_BOUND = frozenset(
    {
        "alt-svc",
        "expect-ct",
        "nel",
        "public-key-pins",
        "public-key-pins-report-only",
        "report-to",
        "reporting-endpoints",
        "strict-transport-security",
    }
)
"""Reply fields with which a host speaks for its own connection or name; ours is another."""

ADDRESSES = frozenset({"content-location", "location", "sourcemap", "x-sourcemap"})
"""Reply fields whose whole value is one address."""

POLICIES = ("content-security-policy", "content-security-policy-report-only")
"""Reply fields that say what a page may load and run (CSP 3 §3)."""

CACHED = frozenset(
    {
        "age",
        "cache-control",
        "cache-status",
        "cdn-cache-control",
        "cloudflare-cdn-cache-control",
        "edge-control",
        "expires",
        "pragma",
        "surrogate-control",
        "surrogate-key",
        "vary",
    }
)
"""Reply fields that a cache speaks anew for what it serves (RFC 9111 §5, RFC 9213)."""

VALIDITY = frozenset({"age", "cache-control", "date", "etag", "expires", "last-modified", "pragma"})
"""Reply fields that say how long it is good and how to ask whether it still is (RFC 9111)."""

STORABLE = frozenset({200, 203, 301, 308, 404, 410})
"""Final statuses that may be kept; also those with heuristic freshness (RFC 9110 §15.1)."""

NOT_UPDATED = frozenset({"content-encoding", "content-length", "content-range", "content-type"})
"""Fields of a 304 that say nothing about the stored body (RFC 9111 §3.2)."""

REDIRECTS = frozenset({301, 302, 303, 307, 308})
"""Statuses that send on to the address in Location (RFC 9110 §15.4)."""

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
"""Methods that ask for no change (RFC 9110 §9.2.1) and that we forward."""

METHODS = SAFE | {"DELETE", "PATCH", "POST", "PUT"}
"""Methods that we forward; TRACE and CONNECT are not for us."""

BODILESS = frozenset({204, 304})
"""Final statuses without content (RFC 9110 §6.4.1)."""
