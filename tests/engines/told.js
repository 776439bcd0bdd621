// Stands before each engine's script.
const IN_NO_REGION = new Set(["region", "aria_content_in_landmark"]);

// What an engine says of an element, and what our report says of it.
const told = (rule, node, why) => {
  const element = node?.nodeType === 1 ? node : document.documentElement;
  // What is said of a whole document, the report says of its root, its head or its body.
  const asked = element === document.documentElement ? [element, document.head, document.body] : [element];
  // What stands in no region is told of as one box, of which an engine may name parts.
  const box = IN_NO_REGION.has(rule) ? element.closest('[data-flag^="loose-content"]') : null;
  const flags = [...asked, box].map((one) => one?.getAttribute("data-flag")).filter(Boolean);
  return { rule, html: element.outerHTML.slice(0, 160), why, flag: flags.join("; ") };
};
