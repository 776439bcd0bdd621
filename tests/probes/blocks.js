// Where each block of text stands, in order: the innermost box around each run of text.
// What is ours ([data-a11y-ui], skip links) is left out. Stands behind shown.js and paths.js.
() => {
  const page = document.scrollingElement || document.documentElement;
  const blocks = new Map();
  for (const text of texts()) {
    if (text.parentElement.closest("[data-a11y-ui], .a11y-skip")) continue;
    let block = text.parentElement;
    while (block !== document.body && /^(inline|contents)$/.test(getComputedStyle(block).display)) block = block.parentElement;
    if (!linesOf(text).length) continue;
    blocks.set(block, `${blocks.get(block) || ""} ${text.data}`);
  }
  const panel = document.querySelector("[data-a11y-ui]")?.getBoundingClientRect().height || 0;
  return {
    width: page.clientWidth,
    height: page.scrollHeight - panel,
    blocks: [...blocks].map(([block, said]) => {
      const box = block.getBoundingClientRect();
      return { path: cssPath(block), said: said.trim().replace(/\s+/g, " "), left: box.left + scrollX, width: box.width, top: box.top + scrollY - panel };
    }),
  };
};
