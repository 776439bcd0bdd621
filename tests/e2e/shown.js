// What the eye meets of an element. Stands before each of the other scripts.
const scrolls = (style) => /auto|scroll/.test(style.overflowX + style.overflowY);
const clips = (style) => /hidden|clip/.test(style.overflowX + style.overflowY);
const moved = (style) => style.transform !== "none" || style.translate !== "none";

// Text hidden for sight on purpose is one pixel large, clipped away, or far off the page.
const clippedAway = (style) =>
  style.clip !== "auto" || /inset\((50|100)%|circle\(0|polygon\(0(px|%)? 0(px|%)?, 0(px|%)? 0/.test(style.clipPath);
const hidden = (element) => {
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return true;
  for (let box = element; box && box !== document.body; box = box.parentElement) {
    const style = getComputedStyle(box);
    const size = box.getBoundingClientRect();
    if (style.position === "absolute" && clippedAway(style)) return true;
    if (clips(style) && style.display !== "inline" && (size.width <= 1 || size.height <= 1)) return true;
  }
  return false;
};

// Where a scrolling region ends, its text ends for the eye.
const edge = (element) => {
  for (let box = element; box && box !== document.body; box = box.parentElement)
    if (scrolls(getComputedStyle(box))) return box.getBoundingClientRect().right;
  return Infinity;
};

// The boxes that show only a part of an element, the innermost first. A positioned box is cut by
// those alone that hold it (CSS Position, containing blocks).
const cutters = (element) => {
  const found = [];
  let position = "static";
  for (let box = element; box && box !== document.body; box = box.parentElement) {
    const style = getComputedStyle(box);
    const placed = style.position !== "static";
    if (position === "fixed" ? !moved(style) : position === "absolute" && !placed && !moved(style)) continue;
    if (style.display !== "inline" && (clips(style) || scrolls(style)))
      found.push({ box, style, room: box.getBoundingClientRect() });
    position = style.position;
  }
  return found;
};

// What the boxes around a line leave of it.
const visible = (line, around) => {
  let { left, top, right, bottom } = line;
  for (const { room } of around) {
    left = Math.max(left, room.left); top = Math.max(top, room.top);
    right = Math.min(right, room.right); bottom = Math.min(bottom, room.bottom);
  }
  return { left, top, right: Math.max(left, right), bottom: Math.max(top, bottom) };
};

// The box that does not scroll with the page, if the element is in one.
const pinned = (element) => {
  for (let box = element; box && box !== document.body; box = box.parentElement)
    if (getComputedStyle(box).position === "fixed") return box;
  return null;
};
// Whether the page can be scrolled so that a line stands whole beside a box that does not scroll.
const scrollsFree = (line, over) => {
  const page = document.scrollingElement || document.documentElement;
  const most = page.scrollHeight - innerHeight;
  const [top, bottom] = [line.top + scrollY, line.bottom + scrollY];
  const below = Math.max(0, bottom - innerHeight) <= Math.min(most, top - over.bottom);
  const above = Math.max(0, bottom - over.top) <= Math.min(most, top);
  return below || above;
};

// The hint of an empty field, where it is painted or would be; null where a field shows something else.
const hintOf = (field) => {
  if (field.value || !field.placeholder?.trim()) return null;
  const style = getComputedStyle(field), hint = getComputedStyle(field, "::placeholder"), box = field.getBoundingClientRect();
  const ruler = document.createElement("canvas").getContext("2d");
  ruler.font = `${hint.fontStyle} ${hint.fontWeight} ${hint.fontSize} ${hint.fontFamily}`;
  const high = parseFloat(hint.lineHeight) || 1.2 * parseFloat(hint.fontSize);
  const left = box.left + parseFloat(style.borderLeftWidth) + parseFloat(style.paddingLeft);
  const above = parseFloat(style.borderTopWidth) + parseFloat(style.paddingTop);
  const top = box.top + (field.localName === "textarea" ? above : (box.height - high) / 2);
  const end = box.right - parseFloat(style.borderRightWidth) - parseFloat(style.paddingRight);
  const right = Math.min(end, left + ruler.measureText(field.placeholder).width);
  return {
    line: { left, right, top, bottom: top + high, width: right - left, height: high },
    seen: hint.opacity !== "0" && !/^rgba\(.*, 0\)$|^transparent$/.test(hint.color),
  };
};

const texts = (silent = "script, style, noscript, template, option, svg") => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || element.closest(silent)) continue;
    // The bare words of a closed <details> have no element of their own that would be hidden.
    const folded = element.localName === "details" && !element.open;
    if (!folded && !hidden(element)) found.push(walker.currentNode);
  }
  return found;
};
// Spaces that are kept may hang at the end of a line, or begin one, or have one to themselves: only the
// words are read. A line may come in pieces.
const linesOf = (text) => {
  const kept = /^(pre|break)/.test(getComputedStyle(text.parentElement).whiteSpace);
  const range = document.createRange();
  const lines = [];
  for (const part of text.data.matchAll(kept ? /\S+/g : /\S[^]*\S|\S/g)) {
    range.setStart(text, part.index);
    range.setEnd(text, part.index + part[0].length);
    for (const piece of range.getClientRects()) {
      if (piece.width <= 1 || piece.height <= 1 || piece.right <= 0) continue;
      const last = lines.at(-1);
      const goes = last && Math.round(last.top) === Math.round(piece.top) && (kept || Math.abs(piece.left - last.right) < 1);
      if (!goes) { lines.push(piece); continue; }
      const left = Math.min(last.left, piece.left), right = Math.max(last.right, piece.right);
      lines[lines.length - 1] = new DOMRect(left, last.top, right - left, Math.max(last.bottom, piece.bottom) - last.top);
    }
  }
  return lines;
};
const quote = (text) => `“${text.data.trim().replace(/\s+/g, " ").slice(0, 30)}”`;
