// HTML_CodeSniffer: errors against WCAG 2 AA.
async () => {
  // It has no words for some of its own findings, and would stop at them.
  const translated = HTMLCS.getTranslation;
  HTMLCS.getTranslation = (key) => translated.call(HTMLCS, key) ?? key;
  await new Promise((done, failed) => HTMLCS.process("WCAG2AA", document, done, failed));
  return HTMLCS.getMessages()
    .filter(({ type }) => type === HTMLCS.ERROR)
    .map(({ code, element, msg }) => told(code.split(".").slice(3).join("."), element, msg));
};
