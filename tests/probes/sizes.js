// Every text painted smaller than 16 CSS px: computed size times what transforms and zoom make of it.
// Stands behind shown.js and paths.js.
() => {
  const FLOOR = 16;
  const shrunk = (element) => {
    let factor = 1;
    for (let box = element; box; box = box.parentElement) {
      const style = getComputedStyle(box);
      const { c, d } = new DOMMatrixReadOnly(style.transform === "none" ? "" : style.transform);
      factor *= Math.hypot(c, d);
      const [x, y = x] = style.scale === "none" ? ["1"] : style.scale.split(" ");
      factor *= Math.abs(parseFloat(y));
    }
    if (element.getScreenCTM) {
      const { c, d } = element.getScreenCTM();
      return Math.hypot(c, d);
    }
    return factor * (element.currentCSSZoom || 1);
  };
  const faults = new Map();
  let seen = 0;
  const judge = (element, said, pseudo = "") => {
    seen += 1;
    const size = parseFloat(getComputedStyle(element, pseudo || null).fontSize) * shrunk(element);
    if (size >= FLOOR - 0.05) return;
    const key = cssPath(element) + pseudo;
    if (!faults.has(key)) faults.set(key, `${key} “${said.trim().slice(0, 30)}” is ${size.toFixed(1)} px`);
  };
  // The letters in a picture no higher than two lines are lines of it, where its button says what it is.
  const drawn = (element) => {
    const picture = element.closest("svg");
    const control = picture?.closest("button[aria-label], a[aria-label]");
    if (!control) return false;
    const { width, height } = picture.getBoundingClientRect();
    return Math.max(width, height) <= 2 * parseFloat(getComputedStyle(control).fontSize);
  };
  for (const text of texts("script, style, noscript, template, option, textarea"))
    if (!drawn(text.parentElement) && LETTERS.test(text.data) && linesOf(text).length) judge(text.parentElement, text.data);
  for (const field of document.querySelectorAll(FIELDS))
    if (!hidden(field)) {
      judge(field, field.value || field.name || field.type);
      if (field.placeholder && !field.value) judge(field, field.placeholder, "::placeholder");
    }
  for (const { element, pseudo, said } of generated()) judge(element, said, pseudo);
  return { seen, faults: [...faults.values()] };
};
