// Where text cannot be read as it is laid out: wider than the page, sticking out, cut off, covered,
// squeezed to single letters.
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
  const told = new Set();
  const tell = (kind, box, detail) => {
    const key = kind + path(box.element);
    if (told.has(key)) return;
    told.add(key);
    faults.push(`${kind}: ${path(box.element)} ${box.said} ${detail}`);
  };

  // A slide, a drawer: a box laid wholly beside the one that would show it, on purpose.
  const beside = (box, room) => box.left >= room.right - 1 || box.right <= room.left + 1;
  const beyond = (box, room) => box.top >= room.bottom - 1 || box.bottom <= room.top + 1;
  const putAside = (element, holder, room) => {
    for (let box = element; box && box !== holder && box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box);
      const placed = /absolute|fixed/.test(style.position) || moved(style);
      const rowed = style.float !== "none" || /flex|grid/.test(getComputedStyle(box.parentElement).display);
      const size = box.getBoundingClientRect();
      if (beside(size, room) && (placed || rowed || style.display === "inline-block")) return true;
      if (beyond(size, room) && placed) return true;
    }
    return false;
  };
  // What is folded up has no height within its padding, and shows none of its lines.
  const folded = (holder, style, line, room) => {
    const within = holder.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
    return within < 1 && beyond(line, room);
  };
  const WINDOW = { left: 0, right: width, top: -Infinity, bottom: Infinity };

  const boxes = [];
  for (const text of texts()) {
    const element = text.parentElement;
    const around = cutters(element);
    const lines = linesOf(text);
    // Words in a column too narrow for them stand letter under letter; where no word is broken, none does.
    const words = text.data.trim().split(/\s+/).length;
    const letters = text.data.replace(/\s+/g, "").length;
    const widest = Math.max(...lines.map((line) => line.width));
    if (lines.length > Math.max(3, words) && letters < 3 * lines.length && widest < 3 * parseFloat(getComputedStyle(element).fontSize))
      tell("squeezed", { element, said: quote(text) }, `to ${Math.round(widest)} px in ${lines.length} lines`);
    for (const line of lines) {
      const box = { text, element, line, said: quote(text), shown: visible(line, around), pin: pinned(element) };
      let reached = true; // by scrolling the page alone, and meant to be seen
      for (const { box: outer, style, room } of around) {
        if (scrolls(style) || putAside(element, outer, room) || folded(outer, style, line, room)) { reached = false; break; }
        const below = Math.round(line.bottom - room.bottom);
        const above = Math.round(room.top - line.top);
        const after = Math.round(line.right - room.right);
        const before = Math.round(room.left - line.left);
        // A quarter of a line lies in the descent, which most lines leave empty; so with the ascent.
        if (below > line.height / 4) tell("cut off", box, `${below} px below ${name(outer)}`);
        if (above > line.height / 3) tell("cut off", box, `${above} px above ${name(outer)}`);
        if (after > 2) tell("cut off", box, `${after} px beside ${name(outer)}`);
        if (before > 2) tell("cut off", box, `${before} px before ${name(outer)}`);
      }
      if (reached && !putAside(element, null, WINDOW)) {
        if (line.right > width + 1) tell("sticks out", box, `${Math.round(line.right - width)} px`);
        if (line.left + scrollX < -2) tell("sticks out", box, `${Math.round(-line.left - scrollX)} px before the page`);
      }
      if (box.shown.right - box.shown.left > 1 && box.shown.bottom - box.shown.top > 1) boxes.push(box);
    }
  }

  // A label that begins inside its field hides the hint there, or neither can be read.
  for (const field of document.querySelectorAll("input, textarea")) {
    const hint = hidden(field) ? null : hintOf(field);
    if (!hint?.seen) continue;
    const shown = visible(hint.line, cutters(field));
    boxes.push({ text: field, element: field, line: hint.line, said: `“${field.placeholder}”`, shown, pin: pinned(field) });
  }

  // Where one of two does not scroll with the page, the page may be scrolled until they part.
  const parts = (one, other) => {
    if (Boolean(one.pin) === Boolean(other.pin)) return false;
    const [still, going] = one.pin ? [one, other] : [other, one];
    return scrollsFree(going.line, still.pin.getBoundingClientRect());
  };
  boxes.sort((one, other) => one.shown.top - other.shown.top);
  boxes.forEach((box, index) => {
    for (let next = index + 1; next < boxes.length; next++) {
      const other = boxes[next];
      if (other.shown.top >= box.shown.bottom) break;
      if (other.text === box.text) continue;
      const across = Math.min(box.shown.right, other.shown.right) - Math.max(box.shown.left, other.shown.left);
      const down = Math.min(box.shown.bottom, other.shown.bottom) - other.shown.top;
      const least = Math.min(box.shown.bottom - box.shown.top, other.shown.bottom - other.shown.top);
      if (across > 4 && down > least / 2 && !parts(box, other))
        tell("covered", box, `by ${other.said} of ${path(other.element)}`);
    }
  });
  return faults;
};
