// What the eye meets of an element. Stands before each of the other scripts.
const scrolls = (style) => /auto|scroll/.test(style.overflowX + style.overflowY);
const clips = (style) => /hidden|clip/.test(style.overflowX + style.overflowY);

// Text hidden for sight on purpose is one pixel large, clipped away, or far off the page.
const hidden = (element) => {
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return true;
  for (let box = element; box && box !== document.body; box = box.parentElement) {
    const style = getComputedStyle(box);
    const size = box.getBoundingClientRect();
    if (style.position === "absolute" && (style.clip !== "auto" || style.clipPath !== "none")) return true;
    if (clips(style) && (size.width <= 1 || size.height <= 1)) return true;
  }
  return false;
};

// Where a scrolling region ends, its text ends for the eye.
const edge = (element) => {
  for (let box = element; box && box !== document.body; box = box.parentElement)
    if (scrolls(getComputedStyle(box))) return box.getBoundingClientRect().right;
  return Infinity;
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
const linesOf = (text) => {
  const range = document.createRange();
  range.selectNodeContents(text);
  return [...range.getClientRects()].filter((line) => line.width > 1 && line.height > 1 && line.right > 0);
};
const quote = (text) => `“${text.data.trim().replace(/\s+/g, " ").slice(0, 30)}”`;
