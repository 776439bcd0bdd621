// Where each block of text stands, in order: the innermost box around each run of text.
// `measured`: it is as wide as a limit in characters lets it be, which is a promise of ours (WCAG 1.4.8).
// What is ours ([data-a11y-ui], skip links) is left out. Stands behind shown.js and paths.js.
() => {
  const CHARACTERS = 64 * 0.7; // in ems: the widest `0` is not that wide
  const page = document.scrollingElement || document.documentElement;
  const blocks = new Map();
  for (const text of texts()) {
    if (text.parentElement.closest("[data-a11y-ui], .a11y-skip")) continue;
    let block = text.parentElement;
    while (block !== document.body && /^(inline|contents)$/.test(getComputedStyle(block).display)) block = block.parentElement;
    if (!linesOf(text).length) continue;
    blocks.set(block, `${blocks.get(block) || ""} ${text.data}`);
  }
  const places = [...blocks].map(([block, said]) => [block, said, block.getBoundingClientRect()]);
  const measured = (block, box) => {
    const limit = parseFloat(getComputedStyle(block).maxInlineSize);
    const most = CHARACTERS * parseFloat(getComputedStyle(block).fontSize);
    return Math.abs(box.width - limit) < 1 && limit <= most;
  };
  const panel = document.querySelector("[data-a11y-ui]")?.getBoundingClientRect().height || 0;
  return {
    width: page.clientWidth,
    // What scrolls in a box of its own reaches further down than the page.
    height: Math.max(page.scrollHeight, ...places.map(([, , box]) => box.bottom + scrollY)) - panel,
    blocks: places.map(([block, said, box]) => {
      return {
        path: cssPath(block), said: said.trim().replace(/\s+/g, " "), measured: measured(block, box),
        left: box.left + scrollX, width: box.width, top: box.top + scrollY - panel,
      };
    }),
  };
};
