// Every line of text as it is laid out, in pixels of the whole page. Stands behind shown.js, paths.js.
// `share` is how much of the line its clipping boxes leave; `ghost` says that it is not painted on
// purpose; `free` that the page can be scrolled until no box that stands still lies over it.
() => {
  const page = document.scrollingElement || document.documentElement;
  const clear = (colour) => /^rgba\(.*, 0\)$|\/ 0\)$|^transparent$/.test(colour);
  const ghosts = (style) => clear(style.webkitTextFillColor) && !/text/.test(style.backgroundClip);
  const still = [...document.querySelectorAll("body *")]
    .filter((element) => getComputedStyle(element).position === "fixed" && element.checkVisibility({ visibilityProperty: true }))
    .map((element) => element.getBoundingClientRect());
  const crosses = (line, box) =>
    line.left < box.right && line.right > box.left && line.top < box.bottom && line.bottom > box.top;

  const found = [];
  const add = (element, said, line, kind, around) => {
    const shown = visible(line, around);
    // What stands before the page's beginning, or after its end, can never be scrolled to.
    const left = Math.max(shown.left, -scrollX), right = Math.min(shown.right, page.scrollWidth - scrollX);
    const top = Math.max(shown.top, -scrollY), bottom = Math.min(shown.bottom, page.scrollHeight - scrollY);
    const kept = Math.max(0, right - left) * Math.max(0, bottom - top);
    // Of what begins at the very end of a scrolling region no letter is in sight yet.
    const sliver = right - left < (line.bottom - line.top) / 8;
    if (sliver && shown.right < line.right && around.some(({ style }) => scrolls(style))) return;
    const over = still.filter((box) => crosses(line, box));
    found.push({
      path: cssPath(element), said: said.trim().replace(/\s+/g, " ").slice(0, 40), kind,
      left: line.left + scrollX, top: line.top + scrollY, right: line.right + scrollX, bottom: line.bottom + scrollY,
      share: kept / (line.width * line.height),
      ghost: ghosts(getComputedStyle(element)),
      free: Boolean(over.length) && (Boolean(pinned(element)) || over.every((box) => scrollsFree(line, box))),
    });
  };

  for (const text of texts("script, style, noscript, template, option, textarea")) {
    if (!LETTERS.test(text.data)) continue;
    const around = cutters(text.parentElement);
    for (const line of linesOf(text)) add(text.parentElement, text.data, line, "text", around);
  }
  // The words of a field stand in no text node; those of ::before stand in none either.
  for (const field of document.querySelectorAll(FIELDS)) {
    const said = field.tagName === "SELECT" ? field.selectedOptions[0]?.text : field.value || field.placeholder;
    if (said?.trim() && !hidden(field)) add(field, said, field.getBoundingClientRect(), "field", cutters(field));
  }
  for (const { element, pseudo, said } of generated())
    add(element, said, element.getBoundingClientRect(), pseudo, cutters(element));
  return found.filter((line) => line.right - line.left > 1 && line.bottom - line.top > 1);
};
