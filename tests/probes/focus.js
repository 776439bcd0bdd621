// The element that has the focus: whether its ring is seen, and whether something lies over it.
// Stands behind shown.js and paths.js.
() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  // A field drawn by its label shows the focus there.
  const drawn = hidden(element) ? [...(element.labels || []), element.nextElementSibling].filter(Boolean) : [element];
  const rings = drawn.flatMap((one) => ["", "::before", "::after"].map((pseudo) => getComputedStyle(one, pseudo || null)));
  const clear = (style) => style.outlineStyle === "none" || /^rgba\(.*, 0\)$|\/ 0\)$/.test(style.outlineColor);
  // A width is told as it would be without the zoom of its box.
  const zoom = element.currentCSSZoom || 1;
  const ring = zoom * Math.max(0, ...rings.map((style) => (clear(style) ? 0 : parseFloat(style.outlineWidth))));
  const box = (drawn[0] || element).getBoundingClientRect();
  const faults = [];
  if (ring < 3) faults.push(`has a ring of ${ring} px`);
  const within = box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight;
  if (!within || box.width <= 1 || box.height <= 1)
    faults.push(`is focused out of sight at ${Math.round(box.left)},${Math.round(box.top)}, ${Math.round(box.width)} × ${Math.round(box.height)} px`);
  else {
    // 2.4.11: what stays where the page scrolls must not hide it.
    const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [box.left + x * box.width, box.top + y * box.height]));
    const over = points.map(([x, y]) => document.elementFromPoint(x, y)).filter((top) => {
      if (!top || top.contains(element) || element.contains(top) || drawn.some((one) => one.contains(top))) return false;
      for (let around = top; around && !around.contains(element); around = around.parentElement)
        if (/fixed|sticky/.test(getComputedStyle(around).position)) return true;
      return false;
    });
    if (over.length > points.length / 2) faults.push(`is hidden by ${cssPath(over[0])}`);
  }
  return { path: cssPath(element), faults };
};
