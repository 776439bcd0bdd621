// Every line of text as it is laid out, in pixels of the whole page. Stands behind shown.js.
// `share` is how much of the line its clipping boxes leave; `ghost` says that it is not painted on purpose.
() => {
  const page = document.scrollingElement || document.documentElement;
  const LETTERS = /[^\s\p{Co}\p{Cf}]/u;
  const clear = (colour) => /^rgba\(.*, 0\)$|\/ 0\)$|^transparent$/.test(colour);
  const ghosts = (style) => clear(style.webkitTextFillColor) && !/text/.test(style.backgroundClip);

  // What the boxes around a line leave of it: a box in the flow of a clipping one is cut by it.
  const share = (element, line) => {
    let { left, top, right, bottom } = line;
    let out = getComputedStyle(element).position;
    for (let box = element; box && box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box);
      const holds = out !== "fixed" && (out !== "absolute" || style.position !== "static");
      if (box !== element && !holds) continue;
      if (style.display !== "inline" && (clips(style) || scrolls(style))) {
        const edge = box.getBoundingClientRect();
        left = Math.max(left, edge.left); top = Math.max(top, edge.top);
        right = Math.min(right, edge.right); bottom = Math.min(bottom, edge.bottom);
      }
      if (box === element || holds) out = style.position;
    }
    // What stands before the page's beginning can never be scrolled to.
    left = Math.max(left, -scrollX); top = Math.max(top, -scrollY);
    right = Math.min(right, page.scrollWidth - scrollX);
    const kept = Math.max(0, right - left) * Math.max(0, bottom - top);
    return kept / (line.width * line.height);
  };
  const fixed = (element) => {
    for (let box = element; box && box !== document.body; box = box.parentElement)
      if (/fixed|sticky/.test(getComputedStyle(box).position)) return true;
    return false;
  };

  const found = [];
  const add = (element, said, line, kind) => found.push({
    path: cssPath(element), said: said.trim().replace(/\s+/g, " ").slice(0, 40), kind,
    left: line.left + scrollX, top: line.top + scrollY, right: line.right + scrollX, bottom: line.bottom + scrollY,
    share: share(element, line), ghost: ghosts(getComputedStyle(element)), fixed: fixed(element),
    ours: Boolean(element.closest("[data-a11y-ui]")),
  });

  for (const text of texts("script, style, noscript, template, option, textarea")) {
    if (!LETTERS.test(text.data)) continue;
    for (const line of linesOf(text)) add(text.parentElement, text.data, line, "text");
  }
  // The words of a field stand in no text node; those of ::before stand in none either.
  const FIELDS = "input:not([type=hidden], [type=checkbox], [type=radio], [type=range], [type=color], [type=image]), textarea, select";
  for (const field of document.querySelectorAll(FIELDS)) {
    const said = field.tagName === "SELECT" ? field.selectedOptions[0]?.text : field.value || field.placeholder;
    if (said?.trim() && !hidden(field)) add(field, said, field.getBoundingClientRect(), "field");
  }
  for (const element of document.querySelectorAll("body, body *"))
    for (const pseudo of ["::before", "::after"]) {
      const said = generated(element, pseudo);
      if (LETTERS.test(said) && !hidden(element)) add(element, said, element.getBoundingClientRect(), pseudo);
    }
  return found.filter((line) => line.right - line.left > 1 && line.bottom - line.top > 1);
};
