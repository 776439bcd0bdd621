// HTML_CodeSniffer: errors against WCAG 2 AA.
async () => {
  await new Promise((done, failed) => HTMLCS.process("WCAG2AA", document, done, failed));
  return HTMLCS.getMessages()
    .filter(({ type }) => type === HTMLCS.ERROR)
    .map(({ code, element, msg }) => told(code.split(".").slice(3).join("."), element, msg));
};
