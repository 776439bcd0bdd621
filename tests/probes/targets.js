// Every target of less than 24 by 24 CSS px (WCAG 2.2, 2.5.8), its exceptions left out: links in
// running text, and small targets with room around them. Stands behind shown.js and paths.js.
() => {
  const LEAST = 24;
  const SOUGHT = "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=link], [role=tab], [role=menuitem], [role=checkbox], [role=radio], [role=switch]";
  const targets = [];
  for (const element of document.querySelectorAll(SOUGHT)) {
    if (element.closest("svg") || hidden(element) || element.disabled) continue;
    // A press on the label is a press on its field.
    const boxes = [element, ...(element.labels || [])].flatMap((one) => [...one.getClientRects()]).filter((box) => box.width > 1 && box.height > 1);
    if (!boxes.length) continue;
    const box = boxes.reduce((one, other) => (one.width * one.height >= other.width * other.height ? one : other));
    if (box.right < 0 || box.bottom + scrollY < 0) continue;
    targets.push({ element, box, small: box.width < LEAST - 0.5 || box.height < LEAST - 0.5 });
  }
  const inText = (element) => {
    if (getComputedStyle(element).display !== "inline") return false;
    let block = element.parentElement;
    while (block !== document.body && getComputedStyle(block).display === "inline") block = block.parentElement;
    return block.textContent.trim().length > element.textContent.trim().length;
  };
  // A circle of 24 px around a small target must meet no other target, nor another's circle.
  const middle = ({ left, right, top, bottom }) => [(left + right) / 2, (top + bottom) / 2];
  const meets = (one, other) => {
    const [x, y] = middle(one.box);
    if (other.small) return Math.hypot(x - middle(other.box)[0], y - middle(other.box)[1]) < LEAST;
    const across = Math.max(other.box.left - x, 0, x - other.box.right);
    const down = Math.max(other.box.top - y, 0, y - other.box.bottom);
    return Math.hypot(across, down) < LEAST / 2;
  };
  const faults = new Set();
  for (const one of targets.filter(({ small }) => small)) {
    if (inText(one.element)) continue;
    const near = targets.find((other) => other !== one && !one.element.contains(other.element) && !other.element.contains(one.element) && meets(one, other));
    if (near) faults.add(`${cssPath(one.element)} is ${one.box.width.toFixed(0)} × ${one.box.height.toFixed(0)} px beside ${cssPath(near.element)}`);
  }
  return [...faults];
};
