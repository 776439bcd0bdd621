"""Tables of the standards we build on: WCAG, HTML, ARIA, CSS, HTTP. Data only; imports nothing."""
