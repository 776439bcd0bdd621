// Where text cannot be read as it is laid out: wider than the page, sticking out, cut off, covered.
() => {
  const page = document.scrollingElement || document.documentElement;
  const width = page.clientWidth;
  const faults = [];
  if (page.scrollWidth > width) faults.push(`the page is ${page.scrollWidth} px wide in ${width} px`);

  // A frame that may not be scrolled shows what it has room for and no more.
  const frame = window.frameElement;
  const fixed = frame && frame.getAttribute("scrolling")?.toLowerCase() === "no";
  const beneath = page.scrollHeight - page.clientHeight;
  if (fixed && beneath > 4) faults.push(`cut off: ${beneath} px of the unscrollable frame ${frame.src}`);

  const name = (element) => {
    const owner = element.id ? `#${element.id}` : element.className && typeof element.className === "string"
      ? "." + element.className.trim().split(/\s+/).join(".") : "";
    return element.tagName.toLowerCase() + owner;
  };
  const path = (element) =>
    [element.parentElement, element].filter(Boolean).map(name).join(" > ");
  // What waits to be scrolled to, or beside a box that shows nothing beside it, lies over nothing.
  const waits = (element, line) => {
    for (let box = element; box && box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box);
      const room = box.getBoundingClientRect();
      if (scrolls(style) && (line.bottom <= room.top + 1 || line.top >= room.bottom - 1)) return true;
      if (clips(style) && (line.right <= room.left || line.left >= room.right)) return true;
    }
    return false;
  };
  const boxes = texts().flatMap((text) =>
    linesOf(text).filter((line) => !waits(text.parentElement, line)).map((line) => ({ text, element: text.parentElement, line, said: quote(text), end: Math.min(line.right, edge(text.parentElement)) })),
  );
  const told = new Set();
  const tell = (kind, box, detail) => {
    const key = kind + path(box.element);
    if (told.has(key)) return;
    told.add(key);
    faults.push(`${kind}: ${path(box.element)} ${box.said} ${detail}`);
  };

  for (const box of boxes) {
    let inside = false;
    for (let outer = box.element; outer && outer !== document.body; outer = outer.parentElement) {
      const style = getComputedStyle(outer);
      if (style.display === "inline" || style.display === "contents") continue;
      if (scrolls(style)) { inside = true; break; }
      if (!clips(style)) continue;
      const edge = outer.getBoundingClientRect();
      const below = Math.round(box.line.bottom - edge.bottom);
      const beside = Math.round(box.line.right - edge.right);
      // A quarter of a line lies in the descent, which most lines leave empty.
      if (below > box.line.height / 4) tell("cut off", box, `${below} px below ${name(outer)}`);
      if (beside > 2) tell("cut off", box, `${beside} px beside ${name(outer)}`);
    }
    if (!inside && box.line.right > width + 1)
      tell("sticks out", box, `${Math.round(box.line.right - width)} px`);
  }

  boxes.sort((one, other) => one.line.top - other.line.top);
  boxes.forEach((box, index) => {
    for (let next = index + 1; next < boxes.length; next++) {
      const other = boxes[next];
      if (other.line.top >= box.line.bottom) break;
      if (other.text === box.text) continue;
      const across = Math.min(box.end, other.end) - Math.max(box.line.left, other.line.left);
      const down = Math.min(box.line.bottom, other.line.bottom) - other.line.top;
      const least = Math.min(box.line.height, other.line.height);
      if (across > 4 && down > least / 2) tell("covered", box, `by ${other.said} of ${path(other.element)}`);
    }
  });
  return faults;
};
