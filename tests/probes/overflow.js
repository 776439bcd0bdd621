// How much wider the page is than its window, and the boxes that make it so.
// Stands behind shown.js and paths.js.
() => {
  const page = document.scrollingElement || document.documentElement;
  const width = page.clientWidth;
  if (page.scrollWidth <= width) return [];
  const beyond = [];
  for (const element of document.querySelectorAll("body *")) {
    const box = element.getBoundingClientRect();
    if (box.right + scrollX <= width + 1 || !box.width || !box.height) continue;
    let inside = false;
    for (let outer = element.parentElement; outer && outer !== document.body; outer = outer.parentElement) {
      const style = getComputedStyle(outer);
      if (style.display !== "inline" && (clips(style) || scrolls(style))) { inside = true; break; }
    }
    if (!inside) beyond.push({ element, right: box.right + scrollX });
  }
  // The innermost of those that reach furthest: the boxes around it only hold it.
  const furthest = beyond.filter(({ right }) => right >= page.scrollWidth - 1);
  const inner = furthest.filter(({ element }) => !furthest.some((other) => other.element !== element && element.contains(other.element)));
  const names = inner.slice(0, 3).map(({ element }) => {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    return `${cssPath(element)} [${Math.round(box.left + scrollX)}…${Math.round(box.right + scrollX)}, ${style.position}, ${style.display}, white-space ${style.whiteSpace}, min-width ${style.minWidth}]`;
  });
  return [`the page is ${page.scrollWidth} px wide in ${width} px: ${names.join("; ") || "no box tells why"}`];
};
